using System.Buffers.Binary;
using System.IO.Compression;

namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Mutations of the entries of a zip archive, whose headers and checksums stay right.</summary>
internal static class ZipMutations
{
    private static readonly string[] Names =
    [
        "../x",
        "../../../../tmp/x",
        "/etc/x",
        "C:\\x",
        "..\\x",
        " ",
        "a/../../x",
        "x\0y",
        "Model.key",
        "TransformerChain/Model.key",
        "TrainingInfo/Version.txt",
        "Schema",
        "OnnxModel",
    ];

    /// <summary>Half a megabyte that unpacks to as many zeros as would fill the memory: made once, as it takes seconds.</summary>
    private static readonly Lazy<byte[]> Bomb = new(() =>
        Write([("Bomb", new byte[1 << 29])], CompressionLevel.Fastest)
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        In(
            (random, entries) => Change(random, entries, entry => entry with { Content = ChangeContent(random, entry) })
        ),
        In(
            (random, entries) => Change(random, entries, entry => entry with { Content = ChangeContent(random, entry) })
        ),
        In((random, entries) => Change(random, entries, entry => entry with { Name = random.Pick(Names) })),
        In((random, entries) => Change(random, entries, entry => entry with { Name = random.Pick(entries).Name })),
        In(
            (random, entries) => Change(random, entries, entry => entry with { Content = random.Pick(entries).Content })
        ),
        In((random, entries) => entries.RemoveAt(random.Next(entries.Count))),
        In((random, entries) => entries.Add((random.Pick(Names), new byte[random.Next(300)]))),
        In(
            (random, entries) =>
                entries.AddRange(Enumerable.Repeat(("x", Array.Empty<byte>()), random.OneIn(50) ? 3000 : 1))
        ),
        (random, input) => random.OneIn(50) ? Bomb.Value : input,
    ];

    private static Mutation In(Action<Random, List<(string Name, byte[] Content)>> change) =>
        (random, input) =>
        {
            if (Read(input) is not { Count: > 0 } entries)
            {
                return input;
            }

            change(random, entries);
            return Write(entries, CompressionLevel.NoCompression); // so that later mutations meet the content
        };

    private static void Change(Random random, List<(string Name, byte[] Content)> entries, Func<Item, Item> change)
    {
        var index = random.Next(entries.Count);
        var changed = change(new(entries[index].Name, entries[index].Content));
        entries[index] = (changed.Name, changed.Content);
    }

    /// <summary>In ONNX files behind their length, in headers of NumPy, in numbers of four bytes, or anywhere.</summary>
    private static byte[] ChangeContent(Random random, Item entry)
    {
        if (entry.Name.EndsWith("OnnxModel", StringComparison.Ordinal) && entry.Content.Length > 4 && !random.OneIn(5))
        {
            var model = random.Mutate(entry.Content[4..], OnnxMutations.All);
            var length = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, model.Length);
            return [.. length, .. model];
        }

        if (entry.Name.EndsWith(".npy", StringComparison.Ordinal) && random.OneIn(2))
        {
            return random.Mutate(entry.Content, NpyMutations.All);
        }

        if (entry.Content.Length < 4 || random.OneIn(2))
        {
            return random.Mutate(entry.Content, ByteMutations.All);
        }

        byte[] changed = [.. entry.Content];
        var at = random.Next(changed.Length / 4) * 4;
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), (int)ByteMutations.Number(random));
        return changed;
    }

    private static List<(string Name, byte[] Content)>? Read(byte[] zip)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip));
            return [.. archive.Entries.Select(entry => (entry.FullName, Read(entry)))];
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or ArgumentException)
        {
            return null; // an earlier mutation broke it
        }
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        if (entry.Length > 1 << 20)
        {
            return [];
        }

        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Write(IEnumerable<(string Name, byte[] Content)> entries, CompressionLevel compression)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name, compression).Open();
                stream.Write(content);
            }
        }

        return zip.ToArray();
    }

    private sealed record Item(string Name, byte[] Content);
}
