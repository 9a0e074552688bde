using SkiaSharp;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>Turns images as their EXIF orientation says: cameras store what their sensor sees, and how they were held.</summary>
internal static class Upright
{
    /// <summary>Turns an image.</summary>
    /// <param name="origin">Where its first row and column belong.</param>
    /// <param name="planes">The image, [RGB, size, size].</param>
    /// <param name="size">Height and width.</param>
    public static void Turn(SKEncodedOrigin origin, Span<byte> planes, int size)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
        {
            return;
        }

        var plane = size * size;
        byte[] stored = [.. planes];
        for (var i = 0; i < planes.Length; i++)
        {
            var (y, x) = Math.DivRem(i % plane, size);
            var (row, column) = Source(origin, y, x, size - 1);
            planes[i] = stored[i - i % plane + row * size + column];
        }
    }

    /// <summary>The stored row and column that a row and column of the upright image come from.</summary>
    private static (int Row, int Column) Source(SKEncodedOrigin origin, int y, int x, int end) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => (y, end - x), // mirrored
            SKEncodedOrigin.BottomRight => (end - y, end - x), // upside down
            SKEncodedOrigin.BottomLeft => (end - y, x), // both
            SKEncodedOrigin.LeftTop => (x, y), // mirrored along the diagonal
            SKEncodedOrigin.RightTop => (end - x, y), // to be turned clockwise
            SKEncodedOrigin.RightBottom => (end - x, end - y), // mirrored along the other diagonal
            SKEncodedOrigin.LeftBottom => (x, end - y), // to be turned counter-clockwise
            _ => (y, x),
        };
}
