using System.Buffers.Binary;
using System.IO.Compression;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Fuzz.Mutations;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>A pair of IDX files, plain or gzipped, gray or in color.</summary>
internal sealed class IdxFormat() : FuzzFormat("idx")
{
    private const string Images = "images";
    private const string Labels = "labels";

    /// <summary>A gzip file of half a megabyte that holds as many zeros as would fill the memory: made once, as it takes seconds.</summary>
    private static readonly Lazy<byte[]> Bomb = new(() =>
        Gzip([.. Numbers(2051, 1 << 19, 32, 32), .. new byte[1 << 29]])
    );

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Pack([.. Numbers(2051, 3, 4, 5), .. new byte[60]], [.. Numbers(2049, 3), 0, 1, 2]),
        Pack(Gzip([.. Numbers(2051, 3, 4, 5), .. new byte[60]]), Gzip([.. Numbers(2049, 3), 0, 1, 2])),
        Pack([.. Numbers(2051, 500, 28, 28), .. new byte[500 * 784]], [.. Numbers(2049, 500), .. new byte[500]]),
        Pack([.. Numbers(2051, 2, 1, 1), 7, 9], null),
        Pack([.. Numbers(2052, 3, 3, 4, 5), .. new byte[180]], [.. Numbers(2049, 3), 0, 1, 2]),
        Pack(Gzip([.. Numbers(2052, 3, 1, 4, 5), .. new byte[60]]), null),
    ];

    protected override IReadOnlyList<Mutation> Mutations { get; } = [ChangeHeader, ChangeHeader, PackAgain, Explode];

    public override void Read(byte[] input, string folder)
    {
        EntryWriter.Write(Bundle.Unpack(input), Path.Combine(folder, "data"));
        var (images, labels) = (Path.Combine(folder, "data", Images), Path.Combine(folder, "data", Labels));
        var set = IdxFile.ReadAsync(images, File.Exists(labels) ? labels : null, default).GetAwaiter().GetResult();
        _ = set.Select([set.Count - 1]);
    }

    protected override byte[] Mutate(Random random, byte[] seed) => random.Mutate(seed, [.. Mutations, ChangeBytes]);

    private static byte[] ChangeBytes(Random random, byte[] input) =>
        Change(random, input, content => random.Mutate(content, ByteMutations.All));

    private static byte[] ChangeHeader(Random random, byte[] input) =>
        Change(
            random,
            input,
            content =>
            {
                byte[] changed = [.. content];
                var at = 4 * random.Next(5);
                if (changed.Length >= at + 4)
                {
                    BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(at), (int)ByteMutations.Number(random));
                }

                return changed;
            }
        );

    private static byte[] PackAgain(Random random, byte[] input) => Change(random, input, Gzip);

    private static byte[] Explode(Random random, byte[] input) =>
        random.OneIn(100) ? Change(random, input, _ => Bomb.Value) : input;

    private static byte[] Change(Random random, byte[] input, Func<byte[], byte[]> change)
    {
        var entries = Bundle.Unpack(input);
        var index = random.Next(entries.Count);
        entries[index] = entries[index] with { Content = change(entries[index].Content) };
        return Bundle.Pack(entries);
    }

    private static byte[] Pack(byte[] images, byte[]? labels)
    {
        var first = new Entry(EntryKind.File, Images, images);
        return labels is null ? Bundle.Pack(first) : Bundle.Pack(first, new Entry(EntryKind.File, Labels, labels));
    }

    private static byte[] Numbers(params int[] numbers)
    {
        var bytes = new byte[4 * numbers.Length];
        foreach (var (i, number) in numbers.Index())
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), number);
        }

        return bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
