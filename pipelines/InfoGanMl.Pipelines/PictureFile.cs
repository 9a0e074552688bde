using InfoGanMl.Pictures;
using Microsoft.ML;

namespace InfoGanMl.Pipelines;

/// <summary>A picture file as an ML.NET row.</summary>
public sealed class PictureFile
{
    /// <summary>Its full path.</summary>
    public string Path { get; set; } = "";

    /// <summary>Name of the folder that it lies in: its class, where pictures are sorted into folders.</summary>
    public string Folder { get; set; } = "";

    private static readonly EnumerationOptions WithoutLinks = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        // Links could lead anywhere on the machine, or in circles; hidden are thumbnails, and the halves of files of a Mac.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
    };

    /// <summary>
    /// The picture files in a folder and those below it, in the order of their paths. Links are not followed, and hidden files
    /// are left out.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IEnumerable<PictureFile> FindIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", WithoutLinks)
            .Where(PictureKinds.Include)
            .Order(StringComparer.Ordinal)
            .Select(path => new PictureFile
            {
                Path = System.IO.Path.GetFullPath(path),
                Folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)) ?? "",
            });
}

/// <summary>Picture files as ML.NET data.</summary>
public static class PictureFileCatalog
{
    /// <summary>Rows of <see cref="PictureFile"/> for every picture in a folder and those below it; none is opened.</summary>
    /// <param name="catalog">The data operations of an <see cref="MLContext"/>.</param>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IDataView LoadPictureFiles(this DataOperationsCatalog catalog, string folder) =>
        catalog.LoadFromEnumerable(PictureFile.FindIn(folder).ToList());
}
