namespace InfoGanMl.Training;

/// <summary>Files that are whole or absent, whatever happens while they are written.</summary>
internal static class AtomicFile
{
    /// <summary>Writes under another name, waits until it is on the disk, and moves it into place.</summary>
    /// <exception cref="IOException">The disk is full or broken; nothing is left behind.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        var partial = path + ".partial";
        try
        {
            using (var file = File.Create(partial))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
