using System.Buffers.Binary;
using InfoGanMl.Fuzz.Mutations;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Windows bitmaps, uncompressed.</summary>
internal sealed class BmpFormat() : PictureFormat("bmp")
{
    private const int HeaderSize = 14 + 40;

    public override IReadOnlyList<byte[]> Seeds { get; } = [Draw(24, 16, bits: 24), Draw(20, -20, bits: 32)];

    protected override IReadOnlyList<Mutation> Mutations { get; } = [ChangeHeader];

    private static byte[] ChangeHeader(Random random, byte[] input)
    {
        byte[] changed = [.. input];
        var at = 2 * random.Next(1, HeaderSize / 2); // not the letters BM
        if (changed.Length >= HeaderSize + sizeof(long))
        {
            BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), (int)ByteMutations.Number(random));
        }

        return changed;
    }

    /// <summary>A picture in shades; one of negative height begins at the top.</summary>
    private static byte[] Draw(int width, int height, short bits)
    {
        var pixels = width * Math.Abs(height) * bits / 8; // rows of both seeds end on four bytes
        var file = new byte[HeaderSize + pixels];
        "BM"u8.CopyTo(file);
        Write(2, file.Length);
        Write(10, HeaderSize);
        Write(14, HeaderSize - 14);
        Write(18, width);
        Write(22, height);
        Write(26, 1 | bits << 16); // planes, bits per pixel
        Write(34, pixels);
        for (var i = HeaderSize; i < file.Length; i++)
        {
            file[i] = (byte)i;
        }

        return file;

        void Write(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
    }
}
