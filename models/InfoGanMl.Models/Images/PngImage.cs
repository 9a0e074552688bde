using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Models.Images;

/// <summary>Writes 8-bit gray or RGB images as PNG (ISO/IEC 15948), so that pictures need no imaging library.</summary>
public static class PngImage
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Encodes one image.</summary>
    /// <param name="pixels">C·H·W bytes, channel by channel as in a batch.</param>
    /// <param name="format">Their layout; 1 or 3 channels.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, ImageFormat format)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, format.Size);
        var colorType = format.Channels switch
        {
            1 => 0,
            3 => 2,
            _ => throw new ArgumentException($"PNG takes 1 or 3 channels, not {format.Channels}.", nameof(format)),
        };

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, format.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), format.Height);
        header[8] = 8; // bits per channel
        header[9] = (byte)colorType;

        using var png = new MemoryStream();
        png.Write(Signature);
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "IDAT", Compress(Interleave(pixels, format)));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    /// <summary>Rows of pixels with their channels side by side, each row led by filter type 0 (none).</summary>
    private static byte[] Interleave(ReadOnlySpan<byte> pixels, ImageFormat format)
    {
        var (channels, height, width) = (format.Channels, format.Height, format.Width);
        var rowLength = 1 + width * channels;
        var rows = new byte[height * rowLength];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                for (var c = 0; c < channels; c++)
                {
                    rows[y * rowLength + 1 + x * channels + c] = pixels[(c * height + y) * width + x];
                }
            }
        }

        return rows;
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Optimal))
        {
            zlib.Write(bytes);
        }

        return buffer.ToArray();
    }

    private static void WriteChunk(Stream png, string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[4 + 4 + data.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(8 + data.Length),
            Checksum.Of(chunk.AsSpan(4, 4 + data.Length))
        );
        png.Write(chunk);
    }
}
