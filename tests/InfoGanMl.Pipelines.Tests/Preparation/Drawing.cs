using System.Runtime.InteropServices;
using SkiaSharp;

namespace InfoGanMl.Pipelines.Tests.Preparation;

/// <summary>Draws small picture files.</summary>
internal static class Drawing
{
    /// <summary>A PNG whose pixels a function gives.</summary>
    public static byte[] Png(int width, int height, Func<int, int, SKColor> colourAt) =>
        Encode(width, height, colourAt, SKEncodedImageFormat.Png);

    /// <summary>A PNG of one colour.</summary>
    public static byte[] Png(SKColor colour) => Png(4, 4, (_, _) => colour);

    /// <summary>A PNG of one lightness.</summary>
    public static byte[] Grey(int lightness) => Png(Lightness(lightness));

    /// <summary>A JPEG whose pixels a function gives, nearly.</summary>
    public static byte[] Jpeg(int width, int height, Func<int, int, SKColor> colourAt) =>
        Encode(width, height, colourAt, SKEncodedImageFormat.Jpeg);

    public static SKColor Lightness(int lightness) => new((byte)lightness, (byte)lightness, (byte)lightness);

    private static byte[] Encode(int width, int height, Func<int, int, SKColor> colourAt, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels =
            from y in Enumerable.Range(0, height)
            from x in Enumerable.Range(0, width)
            let colour = colourAt(x, y)
            from value in new[] { colour.Red, colour.Green, colour.Blue, colour.Alpha }
            select value;
        byte[] bytes = [.. pixels];
        Marshal.Copy(bytes, 0, bitmap.GetPixels(), bytes.Length);
        using var encoded = bitmap.Encode(format, quality: 100);
        return encoded.ToArray();
    }
}
