using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace InfoGanMl.Testing.Pipelines;

/// <summary>Picture files of kinds that SkiaSharp reads and does not write, made byte by byte.</summary>
public static class RareFiles
{
    /// <summary>A PNG of one pixel.</summary>
    /// <param name="bitDepth">Bits of a value.</param>
    /// <param name="colorType">0 gray, 2 RGB, 3 palette, 4 gray with alpha.</param>
    /// <param name="pixel">The bytes of the pixel.</param>
    /// <param name="palette">RGB of each color, where there is one.</param>
    public static byte[] Png(byte bitDepth, byte colorType, byte[] pixel, byte[]? palette = null)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write([0, .. pixel]); // no filter
        }

        return
        [
            .. (byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10],
            .. Chunk("IHDR", [.. Number(1), .. Number(1), bitDepth, colorType, 0, 0, 0]),
            .. palette is null ? [] : Chunk("PLTE", palette),
            .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>A bitmap of one pixel, 24 bits.</summary>
    public static byte[] Bmp(byte red, byte green, byte blue) => BmpFile.Encode(1, 1, bits: 24, [blue, green, red, 0]);

    /// <summary>A JPEG that says how the camera was held.</summary>
    public static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            .. Encoding.ASCII.GetBytes("Exif\0\0MM\0*"),
            .. Number(8),
            .. (byte[])[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
            .. Number(0),
        ];
        return [.. jpeg[..2], .. Segment(0xe1, exif), .. jpeg[2..]];
    }

    /// <summary>
    /// A red JPEG of 8×8 pixels in cyan, magenta, yellow and black, stored as Adobe's programs do: 255 is no ink. Of each there is
    /// one coefficient, 8 · (value - 128): 1016 for no ink and -1024 for all.
    /// </summary>
    public static byte[] CmykJpeg()
    {
        const string NoInk = "00" + "1111111000" + "0"; // 10 bits follow; 1016; no other coefficients
        const string AllInk = "01" + "01111111111" + "0"; // 11 bits follow; -1024 as 1023
        var bits = (NoInk + AllInk + AllInk + NoInk).PadRight(56, '1');
        return
        [
            .. (byte[])[0xff, 0xd8],
            .. Segment(0xee, [.. Encoding.ASCII.GetBytes("Adobe"), 0, 100, 0, 0, 0, 0, 0]),
            .. Segment(0xdb, [0, .. Enumerable.Repeat<byte>(1, 64)]),
            .. Segment(0xc0, [8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]),
            .. Segment(0xc4, [0x00, 0, 2, .. new byte[14], 10, 11]), // two codes of two bits
            .. Segment(0xc4, [0x10, 1, .. new byte[15], 0]), // one code of one bit
            .. Segment(0xda, [4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]),
            .. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2)).SelectMany(Stuffed),
            .. (byte[])[0xff, 0xd9],
        ];
    }

    private static byte[] Stuffed(byte value) => value == 0xff ? [0xff, 0] : [value];

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xff, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. Number(content.Length), .. typed, .. Number((int)Crc32.Of(typed))];
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
