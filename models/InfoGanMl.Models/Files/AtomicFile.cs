namespace InfoGanMl.Models.Files;

/// <summary>
/// A file that is whole or absent, whatever happens while it is written: it has another name until all of it is on the disk.
/// Should the power fail before the folder knows the new name, the old file is there: .NET opens no folders, so that their
/// entries are flushed when the file system sees fit.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly string _path;

    private AtomicFile(string path, string partialPath)
    {
        (_path, PartialPath) = (path, partialPath);
        Content = new(partialPath, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize);
    }

    /// <summary>What to write to.</summary>
    public FileStream Content { get; }

    /// <summary>Where the file is until it is complete; it can be read there once it is closed.</summary>
    public string PartialPath { get; }

    /// <summary>Begins a file; one of that name stays as it is until this one is complete.</summary>
    /// <exception cref="IOException">It cannot be written, or another process is writing it.</exception>
    public static AtomicFile Create(string path) => new(path, path + ".partial");

    /// <summary>Begins a file that other processes may be writing, too; the last one that completes it wins.</summary>
    public static AtomicFile CreateShared(string path) => new(path, $"{path}.{Guid.NewGuid():N}.partial");

    /// <summary>Writes a whole file.</summary>
    /// <exception cref="IOException">The disk is full or broken; nothing is left behind.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        using var file = Create(path);
        write(file.Content);
        file.Complete();
    }

    /// <summary>Writes a whole file.</summary>
    /// <exception cref="IOException">The disk is full or broken; nothing is left behind.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = Create(path);
        file.Content.Write(content);
        file.Complete();
    }

    /// <summary>Writes several files, none of which gets its name before all are on the disk.</summary>
    /// <exception cref="IOException">The disk is full or broken; nothing is left behind.</exception>
    public static void WriteTogether(params IReadOnlyList<(string Path, byte[] Content)> files)
    {
        List<AtomicFile> written = [];
        try
        {
            foreach (var (path, content) in files)
            {
                written.Add(Create(path));
                written[^1].Content.Write(content);
                written[^1].Close();
            }

            written.ForEach(file => file.Complete());
        }
        finally
        {
            written.ForEach(file => file.Dispose());
        }
    }

    /// <summary>Waits until all is on the disk, and ends the writing.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void Close()
    {
        if (Content.CanWrite)
        {
            Content.Flush(flushToDisk: true);
            Content.Dispose();
        }
    }

    /// <summary>Waits until all is on the disk, and gives the file its name.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void Complete()
    {
        Close();
        File.Move(PartialPath, _path, overwrite: true);
    }

    /// <summary>Deletes the file unless it is complete.</summary>
    public void Dispose()
    {
        try
        {
            Content.Dispose();
        }
        finally
        {
            File.Delete(PartialPath);
        }
    }
}
