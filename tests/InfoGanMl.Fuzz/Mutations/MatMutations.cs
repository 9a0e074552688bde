using System.Buffers.Binary;
using System.IO.Compression;

namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Mutations of the variables of a little-endian MAT-file, packed or not, whose lengths and checksums stay right.</summary>
internal static class MatMutations
{
    private const int HeaderSize = 128;
    private const int TagSize = 8;
    private const int Matrix = 14;
    private const int Packed = 15;
    private const int MostUnpacked = 1 << 20;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        ChangeNumber,
        In((random, variables) => Change(random, variables, content => random.Mutate(content, ByteMutations.All))),
        In((random, variables) => Change(random, variables, content => ChangeNumber(random, content))),
        In((random, variables) => Change(random, variables, content => ChangeNumber(random, content))),
        In((random, variables) => variables.RemoveAt(random.Next(variables.Count))),
        In((random, variables) => variables.Add(random.Pick(variables))),
    ];

    private static Mutation In(Action<Random, List<byte[]>> change) =>
        (random, input) =>
        {
            if (Read(input) is not { Count: > 0 } variables)
            {
                return input;
            }

            change(random, variables);
            return [.. input.AsSpan(0, HeaderSize), .. variables.SelectMany(content => Write(random, content))];
        };

    private static void Change(Random random, List<byte[]> variables, Func<byte[], byte[]> change)
    {
        var index = random.Next(variables.Count);
        variables[index] = change(variables[index]);
    }

    private static byte[] ChangeNumber(Random random, byte[] input)
    {
        byte[] changed = [.. input];
        if (changed.Length >= sizeof(int))
        {
            var at = random.Next(changed.Length / sizeof(int)) * sizeof(int);
            BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), (int)ByteMutations.Number(random));
        }

        return changed;
    }

    /// <summary>What is behind the tag of each variable, unpacked; as far as the file is whole.</summary>
    private static List<byte[]> Read(byte[] file)
    {
        var variables = new List<byte[]>();
        var at = HeaderSize;
        while (at + TagSize <= file.Length)
        {
            var type = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + sizeof(int)));
            at += TagSize;
            if (length < 0 || length > file.Length - at || type is not (Matrix or Packed))
            {
                break;
            }

            var content = file.AsSpan(at, length).ToArray();
            variables.Add(type == Packed ? Unpack(content) : content);
            at += length;
        }

        return variables;
    }

    private static byte[] Unpack(byte[] packed)
    {
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var content = new byte[MostUnpacked];
            return content[..unpacked.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)]
                .Skip(TagSize)
                .ToArray();
        }
        catch (InvalidDataException)
        {
            return []; // an earlier mutation broke it
        }
    }

    private static byte[] Write(Random random, byte[] content)
    {
        byte[] variable = [.. Tag(Matrix, content.Length), .. content];
        if (random.OneIn(2))
        {
            return variable;
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(variable);
        }

        return [.. Tag(Packed, (int)packed.Length), .. packed.ToArray()];
    }

    private static byte[] Tag(int type, int length)
    {
        var tag = new byte[TagSize];
        BinaryPrimitives.WriteInt32LittleEndian(tag, type);
        BinaryPrimitives.WriteInt32LittleEndian(tag.AsSpan(sizeof(int)), length);
        return tag;
    }
}
