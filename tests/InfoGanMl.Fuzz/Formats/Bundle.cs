namespace InfoGanMl.Fuzz.Formats;

/// <summary>How an entry of a <see cref="Bundle"/> comes to lie in a folder.</summary>
internal enum EntryKind : byte
{
    /// <summary>A file with the content.</summary>
    File,

    /// <summary>A symbolic link whose target is the content, as UTF-8.</summary>
    Link,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A named pipe, which blocks whoever opens it.</summary>
    Pipe,
}

/// <summary>A file, or what stands in its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Content">What it holds.</param>
internal sealed record Entry(EntryKind Kind, string Name, byte[] Content);

/// <summary>Several files as one input.</summary>
internal static class Bundle
{
    /// <summary>Packs entries.</summary>
    public static byte[] Pack(params IEnumerable<Entry> entries)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var entry in entries)
        {
            writer.Write((byte)entry.Kind);
            writer.Write(entry.Name);
            writer.Write(entry.Content.Length);
            writer.Write(entry.Content);
        }

        return bytes.ToArray();
    }

    /// <summary>Unpacks what <see cref="Pack"/> packed; mutations change entries, never the packing.</summary>
    public static List<Entry> Unpack(byte[] packed)
    {
        using var bytes = new MemoryStream(packed);
        using var reader = new BinaryReader(bytes);
        var entries = new List<Entry>();
        while (bytes.Position < bytes.Length)
        {
            entries.Add(new((EntryKind)reader.ReadByte(), reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
        }

        return entries;
    }
}
