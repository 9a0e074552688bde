namespace InfoGanMl.CrashStress;

/// <summary>A file system in memory, of a size of its own.</summary>
internal sealed class SmallDisk : IDisposable
{
    /// <summary>Mounts it.</summary>
    public SmallDisk(string path, int bytes)
    {
        Path = Directory.CreateDirectory(path).FullName;
        Tool.Run("mount", "-t", "tmpfs", "-o", $"size={bytes}", "tmpfs", Path);
    }

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => Tool.Run("umount", Path);
}
