using System.IO.Enumeration;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Folders;

/// <summary>Every file in a folder and those below it, by its path alone; hidden files and folders are left out.</summary>
/// <param name="root">Full path of the folder.</param>
/// <param name="followLinks">Whether what links lead to is part of it; they may lead anywhere on the machine.</param>
internal sealed class FolderWalk(string root, bool followLinks)
{
    private static readonly EnumerationOptions Options = new()
    {
        IgnoreInaccessible = false, // a folder that cannot be read is an error, not an empty one
        AttributesToSkip = FileAttributes.Hidden, // thumbnails, and the halves of files of a Mac
    };

    private readonly List<SourcePicture> _files = [];
    private readonly List<string> _links = [];

    /// <summary>Full path of the folder.</summary>
    public string Root => root;

    /// <summary>Whether links were followed.</summary>
    public bool FollowsLinks => followLinks;

    /// <summary>The files that were found.</summary>
    public IReadOnlyList<SourcePicture> Files => _files;

    /// <summary>The links that were met, followed or not, as path and target.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <summary>Finds them.</summary>
    public static FolderWalk Through(string root, bool followLinks, CancellationToken cancellation)
    {
        var walk = new FolderWalk(root, followLinks);
        walk.Enter(new DirectoryInfo(root), root, [Path.GetFullPath(root)], cancellation);
        return walk;
    }

    /// <param name="folder">The folder.</param>
    /// <param name="path">Its path by way of links.</param>
    /// <param name="around">Full paths of the folders around it, where links may lead back to.</param>
    /// <param name="cancellation">Stops between two files.</param>
    private void Enter(DirectoryInfo folder, string path, IReadOnlyList<string> around, CancellationToken cancellation)
    {
        var entries = new FileSystemEnumerable<FileSystemInfo>(
            folder.FullName,
            (ref FileSystemEntry entry) => entry.ToFileSystemInfo(),
            Options
        );
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            var (own, found) = (Path.Combine(path, entry.Name), entry);
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is { } target)
            {
                _links.Add($"{Relative(own)} → {target}");
                found = followLinks ? entry.ResolveLinkTarget(returnFinalTarget: true) : null;
            }

            if (found is DirectoryInfo { Exists: true } inner && !around.Contains(inner.FullName))
            {
                Enter(inner, own, [.. around, inner.FullName], cancellation);
            }
            else if (found is FileInfo { Exists: true } file)
            {
                _files.Add(new(Relative(own), Class: null, Part: null, file.Length, file.LastWriteTimeUtc));
            }
        }
    }

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
