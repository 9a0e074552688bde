namespace InfoGanMl.Evaluation.Tests.Metrics;

/// <summary>Draws shapes around the middle of an image, with the gray that a pixel has where it is inked in part.</summary>
internal static class InkDrawing
{
    /// <summary>Of the images, in pixels.</summary>
    public const int Size = 28;

    /// <summary>From the left and from the top, in pixels.</summary>
    public const double Middle = Size / 2;

    /// <summary>Inks what is inside: each pixel by as much as of its 16 × 16 points are.</summary>
    public static float[] Draw(Func<double, double, bool> isInside)
    {
        const int Points = 16;
        var pixels = new float[Size * Size];
        for (var y = 0; y < Size * Points; y++)
        {
            for (var x = 0; x < Size * Points; x++)
            {
                var ink = isInside((x + 0.5) / Points, (y + 0.5) / Points) ? 1f / (Points * Points) : 0;
                pixels[y / Points * Size + x / Points] += ink;
            }
        }

        return pixels;
    }

    /// <summary>A bar turned clockwise, that is with its top to the right.</summary>
    public static Func<double, double, bool> Bar(double thickness, double length, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return (x, y) =>
            Math.Abs((x - Middle) * cos + (y - Middle) * sin) < thickness / 2
            && Math.Abs((y - Middle) * cos - (x - Middle) * sin) < length / 2;
    }

    public static Func<double, double, bool> Ring(double thickness, double radius) =>
        (x, y) => Math.Abs(double.Hypot(x - Middle, y - Middle) - radius) < thickness / 2;
}
