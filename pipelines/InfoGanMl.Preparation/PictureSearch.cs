using InfoGanMl.Pictures;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Folders;
using InfoGanMl.Preparation.Lists;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Packed;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation;

/// <summary>Finds the pictures that a user names, in whichever way they come.</summary>
internal static class PictureSearch
{
    /// <summary>Finds them; opens none.</summary>
    /// <param name="data">A folder or a file.</param>
    /// <param name="options">Whether links are followed, and which column of a list names the class.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="PreparationException">There are none, or too few, or their folders contradict each other.</exception>
    /// <exception cref="InvalidPictureListException">A list is damaged or names what it may not.</exception>
    /// <exception cref="InvalidArrayFileException">A file of arrays is damaged.</exception>
    public static PictureList Find(string data, PreparationOptions options, CancellationToken cancellation)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));
        return Directory.Exists(path)
                ? InFolder(FolderWalk.Through(path, options.FollowLinks, cancellation), options, cancellation)
            : File.Exists(path) ? InFile(path, options, cancellation)
            : throw new PreparationException($"nothing at {path}", Expected, "Check the path.");
    }

    private const string Expected =
        "a folder of pictures, a .csv file that lists some or holds their pixels, or a .npz, .npy or .mat file of images";

    private static PictureList InFolder(FolderWalk walk, PreparationOptions options, CancellationToken cancellation)
    {
        if (AttributeLists.FindIn(walk) is { } lists)
        {
            return lists.Read(options.LabelColumn, cancellation);
        }

        var hasPictures = walk.Files.Any(file => PictureKinds.Include(file.Path));
        var packed = hasPictures ? [] : PackedFiles.FindAmong(walk.Root, walk.Files, options.LabelColumn);
        return packed.Count > 0 ? PackedFiles.Read(walk.Root, packed, cancellation) : FolderPictures.Find(walk);
    }

    private static PictureList InFile(string path, PreparationOptions options, CancellationToken cancellation)
    {
        var (file, folder) = (new FileInfo(path), Path.GetDirectoryName(path)!);
        SourcePicture found = new(file.Name, null, null, file.Length, file.LastWriteTimeUtc);
        var packed = PackedFiles.FindAmong(folder, [found], options.LabelColumn);
        return packed.Count > 0 ? PackedFiles.Read(folder, packed, cancellation)
            : file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase)
                ? ListedPictures.Read(path, options, cancellation)
            : throw new PreparationException($"the file {path}", Expected, "Check the path.");
    }
}
