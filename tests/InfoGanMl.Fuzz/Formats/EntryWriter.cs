using System.Runtime.InteropServices;
using System.Text;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Writes the entries of a bundle into a folder.</summary>
internal static class EntryWriter
{
    /// <summary>Replaces all that the folder holds.</summary>
    public static void Write(IEnumerable<Entry> entries, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var entry in entries)
        {
            Write(entry, Path.Combine(folder, entry.Name));
        }
    }

    private static void Write(Entry entry, string path)
    {
        switch (entry.Kind)
        {
            case EntryKind.Link:
                TryLink(path, Encoding.UTF8.GetString(entry.Content));
                break;
            case EntryKind.Folder:
                Directory.CreateDirectory(path);
                break;
            case EntryKind.Pipe when !OperatingSystem.IsWindows():
                _ = CreatePipe(path, 0b110_000_000); // read and write for the owner
                break;
            default:
                File.WriteAllBytes(path, entry.Content);
                break;
        }
    }

    /// <summary>Links to what no file can be called cannot be handed over either.</summary>
    private static void TryLink(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
        }
        catch (Exception impossible) when (impossible is IOException or ArgumentException)
        {
            // The file is missing then.
        }
    }

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int CreatePipe(string path, uint mode);
}
