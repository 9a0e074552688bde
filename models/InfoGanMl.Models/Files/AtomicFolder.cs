namespace InfoGanMl.Models.Files;

/// <summary>
/// Folders that are whole or absent: a new one has another name until all of it is written, and an old one has another name
/// while the new one takes its place. Whoever fills a folder flushes its files, as <see cref="AtomicFile"/> does.
/// </summary>
internal static class AtomicFolder
{
    /// <summary>Where a folder is made.</summary>
    public static string PartialOf(string path) => path + ".partial";

    /// <summary>Whether there is one, even if the process ended while another took its place.</summary>
    public static bool Exists(string path) => Directory.Exists(path) || Directory.Exists(PreviousOf(path));

    /// <summary>Makes a folder that does not exist yet; a failure leaves nothing behind.</summary>
    /// <param name="path">Where it will be, without a trailing separator.</param>
    /// <param name="fill">Writes the files into the folder that it is given.</param>
    public static void Create(string path, Action<string> fill)
    {
        var partial = PartialOf(path);
        DeleteLeftover(partial);
        try
        {
            Directory.CreateDirectory(partial);
            fill(partial);
            Directory.Move(partial, path);
        }
        catch
        {
            DeleteLeftover(partial);
            throw;
        }
    }

    /// <summary>Puts a folder in place of another, if there is one.</summary>
    /// <param name="next">The folder to move; whole.</param>
    /// <param name="path">Where it goes.</param>
    public static void Replace(string next, string path)
    {
        var previous = PreviousOf(path);
        if (Directory.Exists(path))
        {
            DeleteLeftover(previous);
            Directory.Move(path, previous);
        }

        try
        {
            Directory.Move(next, path);
        }
        catch
        {
            Recover(path);
            throw;
        }

        DeleteLeftover(previous);
    }

    /// <summary>Puts a folder back that was to be replaced when the process ended between the two moves.</summary>
    public static void Recover(string path)
    {
        if (!Directory.Exists(path) && Directory.Exists(PreviousOf(path)))
        {
            Directory.Move(PreviousOf(path), path);
        }
    }

    /// <summary>Removes what interrupted processes left beside a folder, and puts back what they took away.</summary>
    public static void CleanUp(string path)
    {
        Recover(path);
        DeleteLeftover(PartialOf(path));
        DeleteLeftover(PreviousOf(path));
    }

    /// <summary>Deletes a folder, if there is one.</summary>
    public static void DeleteLeftover(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string PreviousOf(string path) => path + ".previous";
}
