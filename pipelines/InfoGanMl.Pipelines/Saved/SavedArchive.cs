using System.IO.Compression;
using InfoGanMl.Pipelines.Errors;

namespace InfoGanMl.Pipelines.Saved;

/// <summary>The parts of a zip archive that ML.NET saved, read within limits.</summary>
internal static class SavedArchive
{
    private const int MostParts = 1000; // a chain of ten steps has some twenty
    private const int MostNameLength = 500;

    /// <summary>Bytes of the archive, and of all that it unpacks to: the largest ONNX file, and a classifier beside it.</summary>
    public const long MostBytes = 128L << 20;

    /// <summary>Unpacks an archive.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="archive">The archive, from its current position.</param>
    /// <returns>Content by name; names are relative, with slashes, and lead nowhere but down.</returns>
    /// <exception cref="InvalidPipelineFileException">It is no such archive, or too large.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string file, Stream archive)
    {
        try
        {
            using var packed = new MemoryStream();
            CopyBounded(file, archive, packed, MostBytes);
            using var zip = new ZipArchive(packed);
            return ReadParts(file, zip);
        }
        catch (Exception damage)
            when (damage
                    is IOException
                        or InvalidDataException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
            )
        {
            throw new InvalidPipelineFileException(file, damage.Message, "a readable zip archive", damage);
        }
    }

    /// <summary>Packs parts, so that ML.NET reads what was checked and not what an archive may hold besides.</summary>
    public static MemoryStream Write(IReadOnlyDictionary<string, byte[]> parts)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }

        packed.Position = 0;
        return packed;
    }

    private static Dictionary<string, byte[]> ReadParts(string file, ZipArchive zip)
    {
        if (zip.Entries.Count > MostParts)
        {
            throw new InvalidPipelineFileException(file, $"{zip.Entries.Count} parts", $"at most {MostParts}");
        }

        var parts = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var room = MostBytes;
        foreach (var entry in zip.Entries)
        {
            var name = CheckName(file, entry.FullName);
            using var part = entry.Open();
            using var content = new MemoryStream();
            room -= CopyBounded(file, part, content, room);
            if (!parts.TryAdd(name, content.ToArray()))
            {
                throw new InvalidPipelineFileException(file, $"two parts '{name}'", "one");
            }
        }

        return parts;
    }

    private static string CheckName(string file, string name)
    {
        var steps = name.Replace('\\', '/').Split('/');
        return name.Length <= MostNameLength && Array.TrueForAll(steps, IsName)
            ? string.Join('/', steps)
            : throw new InvalidPipelineFileException(file, $"a part named '{name}'", "a name within the archive");
    }

    private static bool IsName(string step) =>
        step.Any(char.IsAsciiLetterOrDigit) && step.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    /// <summary>Copies what is really there: what an archive says of its sizes need not be true.</summary>
    private static long CopyBounded(string file, Stream from, MemoryStream to, long most)
    {
        var buffer = new byte[1 << 16];
        var copied = 0L;
        while (from.Read(buffer) is > 0 and var read)
        {
            copied += read;
            if (copied > most)
            {
                throw new InvalidPipelineFileException(file, $"more than {MostBytes} bytes", "fewer");
            }

            to.Write(buffer.AsSpan(0, read));
        }

        to.Position = 0;
        return copied;
    }
}
