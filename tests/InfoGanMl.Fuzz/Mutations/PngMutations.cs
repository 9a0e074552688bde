using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using InfoGanMl.Testing;

namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Mutations of the chunks of a PNG, whose lengths and checksums stay right.</summary>
internal static class PngMutations
{
    private static readonly string[] Types =
    [
        "IHDR",
        "IDAT",
        "IEND",
        "PLTE",
        "tRNS",
        "iCCP",
        "acTL",
        "fcTL",
        "eXIf",
        "zTXt",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        In(ChangeHeader),
        In(ChangeHeader),
        In(ChangeContent),
        In(ChangePixels),
        In((random, chunks) => chunks.RemoveAt(random.Next(chunks.Count))),
        In((random, chunks) => chunks.Insert(random.Next(chunks.Count), random.Pick(chunks))),
        In(
            (random, chunks) =>
                chunks.Insert(random.Next(chunks.Count), (random.Pick(Types), new byte[random.Next(800)]))
        ),
        In(Explode),
    ];

    private static Mutation In(Action<Random, List<(string Type, byte[] Content)>> change) =>
        (random, input) =>
        {
            if (Read(input) is not { Count: > 0 } chunks)
            {
                return input;
            }

            change(random, chunks);
            return Write(input.AsSpan(0, 8), chunks);
        };

    /// <summary>Other sides, or other depth, colors and interlacing.</summary>
    private static void ChangeHeader(Random random, List<(string Type, byte[] Content)> chunks)
    {
        byte[] header = [.. chunks[0].Content];
        if (header.Length < 13)
        {
            return;
        }

        if (random.OneIn(2))
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(random.Pick(0, 4)), (int)ByteMutations.Number(random));
        }
        else
        {
            header[8 + random.Next(5)] = (byte)random.Pick(0, 1, 2, 3, 4, 6, 8, 16, 255);
        }

        chunks[0] = (chunks[0].Type, header);
    }

    private static void ChangeContent(Random random, List<(string Type, byte[] Content)> chunks)
    {
        var index = random.Next(chunks.Count);
        chunks[index] = (chunks[index].Type, random.Mutate(chunks[index].Content, ByteMutations.All));
    }

    /// <summary>Other pixels, packed as they should be.</summary>
    private static void ChangePixels(Random random, List<(string Type, byte[] Content)> chunks)
    {
        var index = chunks.FindIndex(chunk => chunk.Type == "IDAT");
        if (index >= 0)
        {
            var pixels = new byte[random.Next(5000)];
            random.NextBytes(pixels);
            chunks[index] = ("IDAT", Compress(pixels));
        }
    }

    /// <summary>A megabyte that unpacks to a hundred, with sides to match, once in a while.</summary>
    private static void Explode(Random random, List<(string Type, byte[] Content)> chunks)
    {
        var index = chunks.FindIndex(chunk => chunk.Type == "IDAT");
        if (index < 0 || chunks[0].Content.Length < 13 || !random.OneIn(100))
        {
            return;
        }

        byte[] header = [.. chunks[0].Content];
        var (width, height) = random.Pick((20_000, 20_000), (6000, 6000), (1, 1_000_000), (1_000_000, 1));
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        chunks[0] = (chunks[0].Type, header);
        chunks[index] = ("IDAT", Bomb.Value);
    }

    private static readonly Lazy<byte[]> Bomb = new(() => Compress(new byte[100_000_000]));

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static List<(string Type, byte[] Content)> Read(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at + 12 <= png.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
            {
                break;
            }

            var type = Encoding.Latin1.GetString(png, at + 4, 4);
            chunks.Add((type, png[(at + 8)..(at + 8 + (int)length)]));
            at += 12 + (int)length;
        }

        return chunks;
    }

    private static byte[] Write(ReadOnlySpan<byte> signature, List<(string Type, byte[] Content)> chunks)
    {
        using var png = new MemoryStream();
        png.Write(signature);
        var number = new byte[4];
        foreach (var (type, content) in chunks)
        {
            byte[] body = [.. Encoding.Latin1.GetBytes(type), .. content];
            BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
            png.Write(number);
            png.Write(body);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(body));
            png.Write(number);
        }

        return png.ToArray();
    }
}
