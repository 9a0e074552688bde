using System.Runtime.InteropServices;
using SkiaSharp;

namespace InfoGanMl.Testing.Pipelines;

/// <summary>Draws small picture files.</summary>
public static class Drawing
{
    /// <summary>A PNG whose pixels a function gives.</summary>
    public static byte[] Png(int width, int height, Func<int, int, SKColor> colorAt) =>
        Encode(width, height, colorAt, SKEncodedImageFormat.Png);

    /// <summary>A PNG of one color.</summary>
    public static byte[] Png(SKColor color) => Png(4, 4, (_, _) => color);

    /// <summary>A PNG of one lightness.</summary>
    public static byte[] Gray(int lightness) => Png(Lightness(lightness));

    /// <summary>A JPEG whose pixels a function gives, nearly.</summary>
    public static byte[] Jpeg(int width, int height, Func<int, int, SKColor> colorAt) =>
        Encode(width, height, colorAt, SKEncodedImageFormat.Jpeg);

    public static SKColor Lightness(int lightness) => new((byte)lightness, (byte)lightness, (byte)lightness);

    private static byte[] Encode(int width, int height, Func<int, int, SKColor> colorAt, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels =
            from y in Enumerable.Range(0, height)
            from x in Enumerable.Range(0, width)
            let color = colorAt(x, y)
            from value in new[] { color.Red, color.Green, color.Blue, color.Alpha }
            select value;
        byte[] bytes = [.. pixels];
        Marshal.Copy(bytes, 0, bitmap.GetPixels(), bytes.Length);
        using var encoded = bitmap.Encode(format, quality: 100);
        return encoded.ToArray();
    }
}
