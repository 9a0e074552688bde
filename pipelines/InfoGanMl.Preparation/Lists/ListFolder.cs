using InfoGanMl.Pictures;
using InfoGanMl.Preparation.Folders;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Lists;

/// <summary>The folder that a list of pictures lies in, and may name files of.</summary>
/// <param name="folder">Its full path.</param>
/// <param name="followLinks">Whether a path may be a link, or lead through one.</param>
/// <param name="cancellation">Stops between two pictures.</param>
internal sealed class ListFolder(string folder, bool followLinks, CancellationToken cancellation)
{
    private readonly string _inside =
        System.IO.Path.TrimEndingDirectorySeparator(folder) + System.IO.Path.DirectorySeparatorChar;
    private readonly HashSet<string> _named = [];
    private readonly Dictionary<string, bool> _isLinked = [];
    private ILookup<string, string>? _byName; // made when it is needed first

    /// <summary>Its full path.</summary>
    public string Path => folder;

    /// <summary>
    /// The path of a picture: as it is written, or else, where a list has nothing but names, that of the one file below the
    /// folder which is named so, with or without its extension.
    /// </summary>
    public string Resolve(string written)
    {
        cancellation.ThrowIfCancellationRequested();
        if (written.Length == 0 || written.IndexOfAny(['\0', '/', '\\']) >= 0 || File.Exists(FullPath(written)))
        {
            return written;
        }

        _byName ??= FindPictures();
        return _byName[written].Take(2).ToList() is [var one] ? one : written;
    }

    /// <summary>What is wrong with a path; null if nothing is. A path is right once.</summary>
    public (string Found, string Expected)? FindFault(string path)
    {
        var full = path.Length == 0 || path.Contains('\0') ? "" : FullPath(path);
        return !full.StartsWith(_inside, StringComparison.Ordinal) ? ($"the path '{path}'", $"a file below {folder}")
            : !followLinks && IsLinked(full)
                ? ($"the path '{path}', which a link leads to", "a file, as links are not followed")
            : _named.Add(full) ? null
            : ($"the path '{path}' again", "each picture once");
    }

    /// <summary>Looks at a file without opening it.</summary>
    public SourcePicture Look(string path, string? label, Part? part)
    {
        var file = new FileInfo(FullPath(path));
        return new(
            System.IO.Path.GetRelativePath(folder, file.FullName).Replace(System.IO.Path.DirectorySeparatorChar, '/'),
            label,
            part,
            file.Exists ? file.Length : -1,
            file.Exists ? file.LastWriteTimeUtc : default // a path that is too long has none
        );
    }

    private ILookup<string, string> FindPictures() =>
        FolderWalk
            .Through(folder, followLinks, cancellation)
            .Files.Where(file => PictureKinds.Include(file.Path))
            .SelectMany(file => NamesOf(file.Path).Select(name => (Name: name, file.Path)))
            .ToLookup(file => file.Name, file => file.Path);

    private static IEnumerable<string> NamesOf(string path) =>
        [System.IO.Path.GetFileName(path), System.IO.Path.GetFileNameWithoutExtension(path)];

    private string FullPath(string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, path));

    /// <summary>Whether it is a link, or in a folder below this one that is.</summary>
    private bool IsLinked(string path) =>
        new FileInfo(path).LinkTarget is not null
        || System.IO.Path.GetDirectoryName(path) is { } parent
            && parent.Length >= _inside.Length
            && (_isLinked.TryGetValue(parent, out var known) ? known : _isLinked[parent] = IsLinked(parent));
}
