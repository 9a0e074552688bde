namespace InfoGanMl.Datasets.Sprites;

/// <summary>The outline of a sprite.</summary>
public enum SpriteShape
{
    /// <summary>With level sides.</summary>
    Square,

    /// <summary>Lying, half as long again as high.</summary>
    Ellipse,

    /// <summary>With its tip at the bottom: a square standing on a corner, and a half disc on each of the upper sides.</summary>
    Heart,
}

/// <summary>
/// Which points lie inside a shape of area 1 around its center of mass. Equal areas, so that brightness tells of a sprite's
/// scale and not of its shape.
/// </summary>
internal static class SpriteShapes
{
    /// <summary>No point inside a shape is further from its center: half the diagonal of the square.</summary>
    public const double Radius = 0.5 * Sqrt2;

    private const double Sqrt2 = 1.4142135623730951;
    private const double AxisRatio = 1.5; // its long half-axis is 0.69, just within the radius

    /// <summary>Of the square and the two half discs of radius side/2, side² + 2·(π/8)·side² = 1.</summary>
    private static readonly double HeartSide = 1 / Math.Sqrt(1 + Math.PI / 4);

    /// <summary>
    /// From the tip to the center of mass along either lower side: that of the square is side/2 away, those of the half discs,
    /// 4r/3π above their base, are side/2 and side + 2·side/3π away.
    /// </summary>
    private static readonly double HeartCenter =
        HeartSide * HeartSide * HeartSide * (0.5 + Math.PI / 8 * (0.5 + 1 + 2 / (3 * Math.PI)));

    /// <summary>Whether a point is inside.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="x">To the right of its center.</param>
    /// <param name="y">Below its center.</param>
    public static bool Contains(this SpriteShape shape, double x, double y) =>
        shape switch
        {
            SpriteShape.Square => Math.Abs(x) <= 0.5 && Math.Abs(y) <= 0.5,
            SpriteShape.Ellipse => Math.PI * (x * x / AxisRatio + y * y * AxisRatio) <= 1,
            SpriteShape.Heart => HeartContains(HeartCenter + (x - y) / Sqrt2, HeartCenter - (x + y) / Sqrt2),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "There is no such shape."),
        };

    /// <param name="p">From the tip along its right side.</param>
    /// <param name="q">From the tip along its left side.</param>
    private static bool HeartContains(double p, double q)
    {
        const double Half = 0.5;
        (p, q) = (p / HeartSide, q / HeartSide);
        return (p is >= 0 and <= 1 && q is >= 0 and <= 1)
            || Square(p - Half) + Square(q - 1) <= Half * Half
            || Square(p - 1) + Square(q - Half) <= Half * Half;
    }

    private static double Square(double value) => value * value;
}
