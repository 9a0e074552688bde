using System.IO.Enumeration;
using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Sources;

/// <summary>The pictures in a folder and those below it. Links are not followed; hidden files and folders are left out.</summary>
internal static class FolderPictures
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp"];

    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false, // a folder that cannot be read is an error, not an empty one
        // Links could lead anywhere on the machine, or in circles; hidden are thumbnails, and the halves of files of a Mac.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
    };

    /// <summary>Finds them.</summary>
    /// <exception cref="PreparationException">There are none, or their folders contradict each other.</exception>
    public static PictureList Find(string folder, CancellationToken cancellation)
    {
        var (found, others) = (new List<SourcePicture>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var file in Enumerate(folder))
        {
            cancellation.ThrowIfCancellationRequested();
            var extension = Path.GetExtension(file.Path);
            if (Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            {
                found.Add(file);
            }
            else
            {
                others[extension] = others.GetValueOrDefault(extension) + 1;
            }
        }

        return found.Count == 0
            ? throw new PreparationException(
                $"no pictures in {folder}{(others.Count > 0 ? $", only {Describe(others)}" : "")}",
                $"files that end in {string.Join(", ", Extensions)}, there or in sub-folders",
                "Check the path, or convert the pictures."
            )
            : PictureList.Complete(
                folder,
                FolderClasses.Sort([.. found.OrderBy(picture => picture.Path, StringComparer.Ordinal)]),
                others.Count > 0 ? [$"Left out: {Describe(others)}."] : []
            );
    }

    private static FileSystemEnumerable<SourcePicture> Enumerate(string folder) =>
        new(
            folder,
            (ref FileSystemEntry entry) =>
                new(
                    Path.GetRelativePath(folder, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'),
                    Class: null,
                    Part: null,
                    entry.Length,
                    entry.LastWriteTimeUtc.UtcDateTime
                ),
            Walk
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        };

    private static string Describe(IReadOnlyDictionary<string, int> others) =>
        string.Join(", ", others.Select(kind => $"{kind.Value} {(kind.Key == "" ? "without extension" : kind.Key)}"));
}
