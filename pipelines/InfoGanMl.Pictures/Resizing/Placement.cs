using InfoGanMl.Models.Images;

namespace InfoGanMl.Pictures.Resizing;

/// <summary>Which part of a picture goes where in an image.</summary>
/// <param name="Source">The part.</param>
/// <param name="Target">Where it goes; what it leaves are bars.</param>
internal sealed record Placement(Rectangle Source, Rectangle Target)
{
    /// <summary>Applies a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="picture">Size of the picture.</param>
    /// <param name="image">Size of the image.</param>
    public static Placement Of(ResizeRule rule, Extent picture, Extent image) =>
        rule switch
        {
            ResizeRule.Fit => new(Middle(picture, picture), Middle(image, image)),
            ResizeRule.Crop => new(Middle(picture, Largest(image, picture)), Middle(image, image)),
            ResizeRule.Letterbox => new(Middle(picture, picture), Middle(image, Largest(picture, image))),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
        };

    /// <summary>The largest extent of a shape within another: one side is filled, and the other keeps its proportion.</summary>
    private static Extent Largest(Extent shape, Extent within) =>
        (long)shape.Width * within.Height >= (long)within.Width * shape.Height
            ? new(within.Width, Shorter(within.Width, shape.Height, shape.Width))
            : new(Shorter(within.Height, shape.Width, shape.Height), within.Height);

    private static int Shorter(int longer, int side, int other) =>
        Math.Max(1, (int)Math.Round((double)longer * side / other, MidpointRounding.AwayFromZero));

    private static Rectangle Middle(Extent outer, Extent inner) =>
        new((outer.Width - inner.Width) / 2, (outer.Height - inner.Height) / 2, inner.Width, inner.Height);
}

/// <summary>A size in pixels.</summary>
internal readonly record struct Extent(int Width, int Height)
{
    /// <summary>Of what is turned by a quarter.</summary>
    public Extent Turned => new(Height, Width);
}

/// <summary>A part of a picture, in pixels.</summary>
internal readonly record struct Rectangle(int Left, int Top, int Width, int Height);
