using Microsoft.ML;

namespace InfoGanMl.Pipelines;

/// <summary>A picture file as an ML.NET row.</summary>
public sealed class PictureFile
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"];

    /// <summary>Its full path.</summary>
    public string Path { get; set; } = "";

    /// <summary>Name of the folder that it lies in: its class, where pictures are sorted into folders.</summary>
    public string Folder { get; set; } = "";

    private static readonly EnumerationOptions WithoutLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint, // which could lead anywhere on the machine, or in circles
    };

    /// <summary>The picture files in a folder and those below it, in the order of their paths; links are not followed.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IEnumerable<PictureFile> FindIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", WithoutLinks)
            .Where(path => Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
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
