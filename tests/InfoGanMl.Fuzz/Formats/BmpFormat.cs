using System.Buffers.Binary;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Testing;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Windows bitmaps, uncompressed.</summary>
internal sealed class BmpFormat() : PictureFormat("bmp")
{
    public override IReadOnlyList<byte[]> Seeds { get; } = [Draw(24, 16, bits: 24), Draw(20, -20, bits: 32)];

    protected override IReadOnlyList<Mutation> Mutations { get; } = [ChangeHeader];

    private static byte[] ChangeHeader(Random random, byte[] input)
    {
        byte[] changed = [.. input];
        var at = 2 * random.Next(1, BmpFile.HeaderSize / 2); // not the letters BM
        if (changed.Length >= BmpFile.HeaderSize + sizeof(long))
        {
            BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), (int)ByteMutations.Number(random));
        }

        return changed;
    }

    /// <summary>A picture in shades, whose rows end on four bytes.</summary>
    private static byte[] Draw(int width, int height, int bits) =>
        BmpFile.Encode(
            width,
            height,
            bits,
            [.. Enumerable.Range(0, width * Math.Abs(height) * bits / 8).Select(i => (byte)i)]
        );
}
