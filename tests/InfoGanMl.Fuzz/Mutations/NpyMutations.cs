using System.Buffers.Binary;
using System.Text;

namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Mutations of what the header of a NumPy file says.</summary>
internal static class NpyMutations
{
    private const int LengthAt = 8;
    private const int HeaderAt = 10;

    private static readonly string[] Dimensions =
    [
        "0",
        "1",
        "3",
        "999999999",
        "65536, 65536",
        "4294967296",
        "-1",
        "46341, 46341",
        "2, 2, 2, 2",
        "65536, 65536, 65536, 65536",
        "536870912, 536870912",
        "٣",
    ];

    private static readonly string[] Types = ["|u1", "|b1", "<i2", ">u4", "<f4", ">f8", "|O", "<U3", "<c8", "=u1", ""];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } = [ChangeShape, ChangeShape, ChangeType, ChangeHeaderLength];

    private static byte[] ChangeShape(Random random, byte[] file) =>
        Replace(
            random,
            file,
            ('(', ')'),
            string.Join(", ", Enumerable.Repeat(random.Pick(Dimensions), random.Next(1, 9)))
        );

    private static byte[] ChangeType(Random random, byte[] file) =>
        Replace(random, file, (':', ','), $" '{random.Pick(Types)}'"); // the first key of all is that of the type

    private static byte[] ChangeHeaderLength(Random random, byte[] file)
    {
        byte[] copy = [.. file];
        if (copy.Length >= HeaderAt)
        {
            (copy[LengthAt], copy[LengthAt + 1]) = (
                random.Pick<byte>(0, 1, 54, 118, 0xff),
                random.Pick<byte>(0, 1, 0xff)
            );
        }

        return copy;
    }

    /// <summary>Replaces what is between two letters, as they come first; the length of the header grows with it, or stays wrong.</summary>
    private static byte[] Replace(Random random, byte[] file, (char Left, char Right) around, string content)
    {
        var text = Encoding.Latin1.GetString(file);
        var start = text.IndexOf(around.Left, StringComparison.Ordinal) + 1;
        var end = text.IndexOf(around.Right, StringComparison.Ordinal);
        if (start == 0 || end < start)
        {
            return file;
        }

        var changed = Encoding.Latin1.GetBytes(text[..start] + content + text[end..]);
        if (start > HeaderAt && random.OneIn(2))
        {
            var length = changed.AsSpan(LengthAt, sizeof(ushort));
            var grown = BinaryPrimitives.ReadUInt16LittleEndian(length) + changed.Length - file.Length;
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)grown);
        }

        return changed;
    }
}
