using System.Buffers.Binary;
using System.Runtime.InteropServices;
using InfoGanMl.Models.Files;
using InfoGanMl.Pictures.Errors;
using SkiaSharp;

namespace InfoGanMl.Pictures.Decoding;

/// <summary>The values of a PNG of 16 bits, of which SkiaSharp gives the upper eight only where the picture is gray.</summary>
/// <remarks>
/// Two bytes of gray lie in the file as gray and alpha of 8 bits do, and gray and alpha of 16 bits as RGBA of 8: under the
/// other header, the same decoder hands all bytes out.
/// </remarks>
internal sealed class DeepPng : IDisposable
{
    private const int HeaderAt = 12; // behind signature and length: IHDR, then 13 bytes, then their check sum
    private const int DepthAt = 24;
    private const int KindAt = 25;
    private const int SumAt = 29;
    private const int MostValue = ushort.MaxValue;
    private const byte Gray = 0;
    private const byte GrayWithAlpha = 4;
    private const byte Rgba = 6;

    private readonly byte _kind;
    private readonly SKBitmap _pixels;

    private DeepPng(byte kind, SKBitmap pixels) => (_kind, _pixels) = (kind, pixels);

    /// <summary>Whether a file is such a PNG, as its header says.</summary>
    public static bool Is(ReadOnlySpan<byte> file) =>
        file.Length > SumAt + 4
        && file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        && file[DepthAt] == 16;

    /// <summary>Decodes it.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="file">Its content.</param>
    /// <exception cref="InvalidPictureException">It is broken, or beyond the limits.</exception>
    public static DeepPng Decode(string path, byte[] file)
    {
        var kind = file[KindAt];
        var isGray = kind is Gray or GrayWithAlpha;
        using var codec = PictureCheck.Open(path, isGray ? WithHalfTheDepth(file) : file);
        var color = isGray ? SKColorType.Rgba8888 : SKColorType.RgbaF16; // halves round to 11 bits
        return new(kind, PictureDecoder.DecodePixels(path, codec, codec.Info.Size, color, SKAlphaType.Unpremul));
    }

    /// <summary>The largest value of a color, of 65,535.</summary>
    public int LargestValue()
    {
        var pixels = _pixels.GetPixelSpan();
        var largest = 0;
        for (var at = 0; at < pixels.Length; at += BytesPerPixel)
        {
            var (red, green, blue, _) = Read(pixels.Slice(at, BytesPerPixel));
            largest = Math.Max(largest, Math.Max(red, Math.Max(green, blue)));
        }

        return largest;
    }

    /// <summary>The same as bytes, [H, W, RGBA], the colors multiplied by alpha.</summary>
    /// <param name="bits">The bits that values fill, which become the whole range.</param>
    public byte[] Stretch(int bits)
    {
        var pixels = _pixels.GetPixelSpan();
        var scale = (float)byte.MaxValue / ((1 << bits) - 1);
        var stretched = new byte[4 * (pixels.Length / BytesPerPixel)];
        for (var i = 0; i < stretched.Length; i += 4)
        {
            var (red, green, blue, alpha) = Read(pixels.Slice(i / 4 * BytesPerPixel, BytesPerPixel));
            var opacity = alpha / 257; // 65,535 / 255
            stretched[i] = Shown(red);
            stretched[i + 1] = Shown(green);
            stretched[i + 2] = Shown(blue);
            stretched[i + 3] = (byte)opacity;

            byte Shown(int value) =>
                (byte)MathF.Round(Math.Min(byte.MaxValue, value * scale) * opacity / byte.MaxValue);
        }

        return stretched;
    }

    /// <inheritdoc/>
    public void Dispose() => _pixels.Dispose();

    private bool IsGray => _kind is Gray or GrayWithAlpha;

    private int BytesPerPixel => IsGray ? 4 : 8;

    private (int Red, int Green, int Blue, int Alpha) Read(ReadOnlySpan<byte> pixel) =>
        _kind switch
        {
            Gray => OfGray(pixel[0] << 8 | pixel[3], MostValue),
            GrayWithAlpha => OfGray(pixel[0] << 8 | pixel[1], pixel[2] << 8 | pixel[3]),
            _ => OfHalves(MemoryMarshal.Cast<byte, Half>(pixel)),
        };

    private static (int, int, int, int) OfGray(int gray, int alpha) => (gray, gray, gray, alpha);

    private static (int, int, int, int) OfHalves(ReadOnlySpan<Half> color) =>
        (Whole(color[0]), Whole(color[1]), Whole(color[2]), Whole(color[3]));

    private static int Whole(Half value) => (int)MathF.Round(Math.Clamp((float)value, 0, 1) * MostValue);

    private static byte[] WithHalfTheDepth(byte[] file)
    {
        byte[] header = [.. file];
        header[DepthAt] = 8;
        header[KindAt] = file[KindAt] == Gray ? GrayWithAlpha : Rgba;
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(SumAt), Checksum.Of(header.AsSpan(HeaderAt..SumAt)));
        return header;
    }
}
