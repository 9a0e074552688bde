using SkiaSharp;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>A small picture as SkiaSharp encodes it.</summary>
internal static class Drawing
{
    /// <summary>Encodes it.</summary>
    public static byte[] Encode(SKEncodedImageFormat format, SKColorType colors = SKColorType.Rgba8888)
    {
        using var bitmap = new SKBitmap(24, 16, colors, SKAlphaType.Premul);
        using (var canvas = new SKCanvas(bitmap))
        {
            using var paint = new SKPaint { Color = SKColors.OrangeRed };
            canvas.Clear(SKColors.Transparent);
            canvas.DrawCircle(10, 8, 6, paint);
        }

        using var encoded = bitmap.Encode(format, quality: 60);
        return encoded.ToArray();
    }
}
