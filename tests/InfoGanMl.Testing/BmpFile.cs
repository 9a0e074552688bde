using System.Buffers.Binary;

namespace InfoGanMl.Testing;

/// <summary>Uncompressed Windows bitmaps, which SkiaSharp reads and does not write.</summary>
public static class BmpFile
{
    /// <summary>Bytes before the pixels.</summary>
    public const int HeaderSize = 14 + 40;

    /// <summary>Puts the header before pixels.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels; a negative one begins at the top.</param>
    /// <param name="bits">Of a pixel.</param>
    /// <param name="pixels">Blue, green, red and so on, each row filled up to four bytes.</param>
    public static byte[] Encode(int width, int height, int bits, byte[] pixels)
    {
        byte[] file = [(byte)'B', (byte)'M', .. new byte[HeaderSize - 2], .. pixels];
        const int Planes = 1;
        int[] header = [file.Length, 0, HeaderSize, 40, width, height, Planes | bits << 16, 0, pixels.Length];
        foreach (var (i, number) in header.Index())
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2 + 4 * i), number);
        }

        return file;
    }
}
