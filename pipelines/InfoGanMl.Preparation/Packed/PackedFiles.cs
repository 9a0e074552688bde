using InfoGanMl.Datasets;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Packed;

/// <summary>Files that hold many images each: arrays of MATLAB and NumPy, and tables of pixels.</summary>
internal static class PackedFiles
{
    /// <summary>Those among files that are such ones.</summary>
    /// <param name="folder">Full path of their folder.</param>
    /// <param name="files">All files in it.</param>
    /// <param name="label">The column of a table that names the class; null for a usual name.</param>
    /// <exception cref="InvalidPictureListException">A table cannot be read, or has no such column.</exception>
    public static IReadOnlyList<PackedFile> FindAmong(string folder, IEnumerable<SourcePicture> files, string? label) =>
        [
            .. files
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => TryFind(folder, file, label))
                .OfType<PackedFile>(),
        ];

    /// <summary>Reads them.</summary>
    /// <param name="folder">Full path of their folder.</param>
    /// <param name="files">The files.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="PreparationException">They hold no images, or too few, or several data sets.</exception>
    /// <exception cref="InvalidArrayFileException">A file of arrays is damaged.</exception>
    /// <exception cref="InvalidPictureListException">A table is damaged.</exception>
    public static PictureList Read(string folder, IReadOnlyList<PackedFile> files, CancellationToken cancellation)
    {
        var arrays = files.Where(file => file.Columns is null).Select(file => file.File).ToList();
        var tables = files.Where(file => file.Columns is not null).ToList();
        PackedPart[] parts =
        [
            .. arrays.Count > 0 ? new ArrayParts(folder, cancellation).Read(arrays) : [],
            .. tables.Select(table => ReadTable(folder, table.File, table.Columns!, cancellation)),
        ];

        // Of a set that is split, SVHN's extra images say neither.
        PackedPart[] named = [.. parts.Where(part => part.SaysPart)];
        var kept = named.Length > 0 ? named : parts;
        var pictures = kept.SelectMany(part => part.ToPictures()).ToList();
        var isSplit = pictures.Select(picture => picture.Part).Distinct().Count() > 1; // what is of one part is split as any other
        return PictureList.Complete(
            folder,
            [.. pictures.Select(picture => isSplit ? picture : picture with { Part = null })],
            [
                .. parts
                    .Except(kept)
                    .Select(part => $"Left out: {part.Name}, which is neither to train nor to test on."),
                .. tables.Any(table => table.Columns!.AreTurned) ? (string[])[Emnist.Note] : [],
            ]
        ) with
        {
            Store = new PackedPictures(kept),
        };
    }

    private static PackedFile? TryFind(string folder, SourcePicture file, string? label) =>
        ArrayParts.Include(file.Path) ? new(file, Columns: null)
        : PixelTable.FindColumns(Path.Combine(folder, file.Path), label) is { } columns
            ? new(file, columns with { AreTurned = IsEmnist(folder) || IsEmnist(file.Path) })
        : null;

    private static bool IsEmnist(string path) => Emnist.IsNamed(Path.GetFileName(path));

    private static PackedPart ReadTable(
        string folder,
        SourcePicture file,
        PixelColumns columns,
        CancellationToken cancellation
    )
    {
        var table = PixelTable.Read(Path.Combine(folder, file.Path), columns, cancellation);
        return new(file.Path, file, table, table.Labels, VariableNames.Of(file.Path, "").Part) { Parts = table.Parts };
    }
}
