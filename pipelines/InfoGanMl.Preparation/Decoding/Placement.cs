using InfoGanMl.Models.Images;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>Which part of a picture goes where in a square.</summary>
/// <param name="Source">The part.</param>
/// <param name="Target">Where it goes; what it leaves is black.</param>
internal sealed record Placement(Rectangle Source, Rectangle Target)
{
    /// <summary>Applies a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    /// <param name="size">Height and width of the square in pixels.</param>
    public static Placement Of(ResizeRule rule, int width, int height, int size)
    {
        var (whole, square) = (new Rectangle(0, 0, width, height), new Rectangle(0, 0, size, size));
        return rule switch
        {
            ResizeRule.Fit => new(whole, square),
            ResizeRule.Crop => new(Middle(width, height, Math.Min(width, height), Math.Min(width, height)), square),
            ResizeRule.Letterbox => new(whole, Middle(size, size, Shrunk(width, height), Shrunk(height, width))),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
        };

        // The longer side fills the square, and the other keeps its proportion.
        int Shrunk(int side, int other) =>
            side >= other
                ? size
                : Math.Max(1, (int)Math.Round((double)size * side / other, MidpointRounding.AwayFromZero));
    }

    private static Rectangle Middle(int width, int height, int innerWidth, int innerHeight) =>
        new((width - innerWidth) / 2, (height - innerHeight) / 2, innerWidth, innerHeight);
}

/// <summary>A part of a picture, in pixels.</summary>
internal readonly record struct Rectangle(int Left, int Top, int Width, int Height);
