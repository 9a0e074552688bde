using InfoGanMl.Models.Files;
using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Output;

/// <summary>
/// The folder that pictures are prepared into, by one process at a time: a new one is made beside it and takes its place when it
/// is whole, so that whatever interrupts that leaves the old one or none.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly FileStream _lock;

    private OutputFolder(string path, FileStream folderLock)
    {
        (FolderPath, _lock) = (path, folderLock);
    }

    /// <summary>Where the folder is, or will be.</summary>
    public string FolderPath { get; }

    /// <summary>Where the new folder is made.</summary>
    public string Partial => AtomicFolder.PartialOf(FolderPath);

    /// <summary>Takes a folder, and removes what an interrupted preparation left there.</summary>
    /// <exception cref="PreparationException">It holds other files, or another process is preparing it.</exception>
    public static OutputFolder Take(string output)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        RequireOwn(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        var folderLock =
            LockFile.TryTake(path + ".lock", FileOptions.DeleteOnClose)
            ?? throw new PreparationException(
                $"another process that prepares {path}",
                "a folder that nobody else writes to",
                "Wait for it, or choose another folder."
            );
        var folder = new OutputFolder(path, folderLock);
        AtomicFolder.CleanUp(path);
        return folder;
    }

    /// <summary>Puts the new folder in place of the old one.</summary>
    public void Swap() => AtomicFolder.Replace(Partial, FolderPath);

    /// <summary>Removes what is not whole.</summary>
    public void Dispose()
    {
        try
        {
            AtomicFolder.DeleteLeftover(Partial);
        }
        finally
        {
            _lock.Dispose();
        }
    }

    /// <summary>What somebody else wrote is never replaced.</summary>
    private static void RequireOwn(string path)
    {
        string[] found = Directory.Exists(path)
            ? [.. Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry))]
            : [];
        var isOwn = found.Length == 0 || found.Contains(PreparedFolder.ManifestName);
        if (File.Exists(path) || !isOwn || found.Except(PreparedFolder.AllNames).Any())
        {
            throw new PreparationException(
                File.Exists(path)
                    ? $"a file at {path}"
                    : $"{found.Except(PreparedFolder.AllNames).FirstOrDefault(found[0])} in {path}",
                "no folder there, an empty one, or one that a preparation made",
                "Choose another folder."
            );
        }
    }
}
