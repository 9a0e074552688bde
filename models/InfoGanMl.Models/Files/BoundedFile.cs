namespace InfoGanMl.Models.Files;

/// <summary>Opens files that strangers may have made.</summary>
internal static class BoundedFile
{
    /// <summary>Opens a plain file of a size within bounds; what is wrong with any other is told without opening it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="refuse">Makes the exception, from what was found and what was expected.</param>
    public static FileStream Open(string path, long most, Func<string, string, Exception?, Exception> refuse)
    {
        try
        {
            var named = new FileInfo(path);
            if (!named.Exists)
            {
                throw refuse("no such file", "one that can be read", null);
            }

            // A link has the length of its text, whatever it leads to.
            var file = named.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? named;
            if (!file.Exists)
            {
                throw refuse("a link to no file", "one that can be read", null);
            }

            // Pipes and devices have no length, and would block whoever opens them or never end.
            return file.Length is > 0 and var length && length <= most
                ? file.OpenRead()
                : throw refuse($"{file.Length} bytes", $"a plain file of 1 to {most} bytes", null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw refuse(failure.Message, "a readable file", failure);
        }
    }

    /// <summary>Reads such a file whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="refuse">Makes the exception, from what was found and what was expected.</param>
    public static byte[] ReadAllBytes(string path, long most, Func<string, string, Exception?, Exception> refuse)
    {
        using var file = Open(path, most, refuse);
        try
        {
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes); // a file that grows meanwhile is cut off, and one that shrinks ends early
            return bytes;
        }
        catch (IOException failure)
        {
            throw refuse(failure.Message, "a readable file", failure);
        }
    }
}
