using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Packed;

/// <summary>Files that hold many images each: arrays of MATLAB and NumPy, and tables of pixels.</summary>
internal static class PackedFiles
{
    /// <summary>Those among files that are such ones.</summary>
    /// <param name="folder">Full path of their folder.</param>
    /// <param name="files">All files in it.</param>
    public static IReadOnlyList<SourcePicture> FindAmong(string folder, IEnumerable<SourcePicture> files) =>
        [
            .. files
                .Where(file => ArrayParts.Include(file.Path) || PixelTable.Is(Path.Combine(folder, file.Path)))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

    /// <summary>Reads them.</summary>
    /// <param name="folder">Full path of their folder.</param>
    /// <param name="files">The files.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="PreparationException">They hold no images, or too few, or several data sets.</exception>
    /// <exception cref="InvalidArrayFileException">A file of arrays is damaged.</exception>
    /// <exception cref="InvalidPictureListException">A table is damaged.</exception>
    public static PictureList Read(string folder, IReadOnlyList<SourcePicture> files, CancellationToken cancellation)
    {
        var arrays = files.Where(file => ArrayParts.Include(file.Path)).ToList();
        PackedPart[] parts =
        [
            .. arrays.Count > 0 ? new ArrayParts(folder, cancellation).Read(arrays) : [],
            .. files.Except(arrays).Select(file => ReadTable(folder, file, cancellation)),
        ];

        // Of a set that is split, SVHN's extra images say neither.
        PackedPart[] named = [.. parts.Where(part => part.Part is not null)];
        var kept = named.Length > 0 ? named : parts;
        var isSplit = kept.Select(part => part.Part).Distinct().Count() > 1; // one file of two is split as any other
        return PictureList.Complete(
            folder,
            [.. kept.SelectMany(part => (isSplit ? part : part with { Part = null }).ToPictures())],
            parts.Except(kept).Select(part => $"Left out: {part.Name}, which is neither to train nor to test on.")
        ) with
        {
            Store = new PackedPictures(kept),
        };
    }

    private static PackedPart ReadTable(string folder, SourcePicture file, CancellationToken cancellation)
    {
        var table = PixelTable.Read(Path.Combine(folder, file.Path), cancellation);
        return new(file.Path, file, table, table.Labels, VariableNames.Of(file.Path, "").Part);
    }
}
