using InfoGanMl.Pictures.Resizing;
using SkiaSharp;

namespace InfoGanMl.Pictures.Layers;

/// <summary>Turns layers as their EXIF orientation says: cameras store what their sensor sees, and how they were held.</summary>
internal static class Upright
{
    /// <summary>Whether rows of the upright picture are columns of the stored one.</summary>
    public static bool IsTurned(SKEncodedOrigin origin) =>
        origin
            is SKEncodedOrigin.LeftTop
                or SKEncodedOrigin.RightTop
                or SKEncodedOrigin.RightBottom
                or SKEncodedOrigin.LeftBottom;

    /// <summary>Turns a layer.</summary>
    /// <param name="origin">Where its first row and column belong.</param>
    /// <param name="layer">[RGBA, height, width] of the stored picture; of the upright one after that.</param>
    /// <param name="upright">Size of the upright one.</param>
    public static void Turn(SKEncodedOrigin origin, Span<byte> layer, Extent upright)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
        {
            return;
        }

        var stored = IsTurned(origin) ? upright.Turned : upright;
        var plane = upright.Width * upright.Height;
        byte[] source = [.. layer];
        for (var i = 0; i < layer.Length; i++)
        {
            var (y, x) = Math.DivRem(i % plane, upright.Width);
            var (row, column) = Source(origin, y, x, stored);
            layer[i] = source[i - i % plane + row * stored.Width + column];
        }
    }

    /// <summary>The stored row and column that a row and column of the upright picture come from.</summary>
    private static (int Row, int Column) Source(SKEncodedOrigin origin, int y, int x, Extent stored)
    {
        var (bottom, right) = (stored.Height - 1, stored.Width - 1);
        return origin switch
        {
            SKEncodedOrigin.TopRight => (y, right - x), // mirrored
            SKEncodedOrigin.BottomRight => (bottom - y, right - x), // upside down
            SKEncodedOrigin.BottomLeft => (bottom - y, x), // both
            SKEncodedOrigin.LeftTop => (x, y), // mirrored along the diagonal
            SKEncodedOrigin.RightTop => (bottom - x, y), // to be turned clockwise
            SKEncodedOrigin.RightBottom => (bottom - x, right - y), // mirrored along the other diagonal
            SKEncodedOrigin.LeftBottom => (x, right - y), // to be turned counter-clockwise
            _ => (y, x),
        };
    }
}
