namespace InfoGanMl.Datasets.Idx;

/// <summary>Names what lies where an IDX file should: most often a download that was not unpacked, or is a page about it.</summary>
internal static class FileKinds
{
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ([0xFD, (byte)'7', (byte)'z'], "an xz archive, which has to be unpacked first"),
        ([(byte)'P', (byte)'K'], "a zip archive, which has to be unpacked first"),
        ([(byte)'B', (byte)'Z', (byte)'h'], "a bzip2 archive, which has to be unpacked first"),
        ([0x93, (byte)'N', (byte)'U', (byte)'M'], "a NumPy array"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ([0xFF, 0xD8], "a JPEG picture"),
        ([(byte)'<'], "a web page"),
    ];

    /// <summary>What a file is that begins like that.</summary>
    public static string Name(ReadOnlySpan<byte> start)
    {
        foreach (var (known, name) in Known)
        {
            if (start.StartsWith(known))
            {
                return name;
            }
        }

        return $"the bytes {Convert.ToHexString(start)}";
    }
}
