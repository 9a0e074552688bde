namespace InfoGanMl.Datasets.Sprites;

/// <summary>
/// Images of which all is known: one white shape on black, of the factors of dSprites (Matthey et al. 2017), and the same in
/// color. Nothing is downloaded; every image is drawn from its factors alone.
/// </summary>
/// <remarks>
/// Unlike dSprites' pixels, which are black or white, these are as bright as the share of them that is covered: at 32×32 a
/// step of the position is half a pixel, and would often change nothing. Its 40 orientations do not hold the first one twice.
/// The square looks the same after 10 of them, the ellipse after 20, as in dSprites.
/// </remarks>
public static class SpriteDrawing
{
    /// <summary>What a color leaves of red, green and blue: six hues, 60° apart, each as bright as white in its channels.</summary>
    private static readonly (string Name, bool[] Channels)[] Hues =
    [
        ("red", [true, false, false]),
        ("yellow", [true, true, false]),
        ("green", [false, true, false]),
        ("cyan", [false, true, true]),
        ("blue", [false, false, true]),
        ("magenta", [true, false, true]),
    ];

    /// <summary>
    /// 737,280 combinations: shape (<see cref="SpriteShape"/>); scale from 0.5 to 1 in 6 steps; orientation clockwise in 40
    /// steps of 9°; x to the right and y downwards, each in 32 steps of 1/64 of the image.
    /// </summary>
    public static FactorSpace Gray { get; } =
        new([Of("shape", 3), Of("scale", 6), Of("orientation", 40), Of("x", 32), Of("y", 32)]);

    /// <summary>4,423,680 combinations: <see cref="ColorNames">color</see>, then those of <see cref="Gray"/>.</summary>
    public static FactorSpace Color { get; } = new([Of("color", Hues.Length), .. Gray.Factors]);

    /// <summary>Names of the colors.</summary>
    public static IReadOnlyList<string> ColorNames { get; } = [.. Hues.Select(hue => hue.Name)];

    /// <summary>Draws one image.</summary>
    /// <param name="values">A combination of <see cref="Gray"/> or of <see cref="Color"/>.</param>
    /// <param name="side">Of the image in pixels, 8 to 256.</param>
    /// <returns>
    /// [1, side, side] or, in color, [3, side, side] bytes: 255 for pixels that are covered. The largest of the channels is
    /// the gray image.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such combination, or the side is out of range.</exception>
    public static byte[] Draw(IReadOnlyList<int> values, int side)
    {
        RequireSide(side);
        if (values.Count != Color.Factors.Count)
        {
            Gray.IndexOf(values); // which refuses others than its own
            return DrawGray(values[0], values[1], values[2], values[3], values[4], side);
        }

        Color.IndexOf(values);
        var gray = DrawGray(values[1], values[2], values[3], values[4], values[5], side);
        var image = new byte[Hues[values[0]].Channels.Length * gray.Length];
        foreach (var (channel, on) in Hues[values[0]].Channels.Index())
        {
            if (on)
            {
                gray.CopyTo(image, channel * gray.Length);
            }
        }

        return image;
    }

    /// <summary>Refuses sides that cannot be drawn.</summary>
    internal static void RequireSide(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 8);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(side, SpriteStamp.Samples);
    }

    /// <summary>Refuses factors other than those of <see cref="Gray"/> or <see cref="Color"/>.</summary>
    internal static void RequirePart(FactorSpace space)
    {
        var whole = space.Factors.Count == Color.Factors.Count ? Color : Gray;
        if (
            space.Factors.Count != whole.Factors.Count
            || space.Factors.Zip(whole.Factors).Any(f => f.First.Name != f.Second.Name || !IsPart(f.First, f.Second))
        )
        {
            throw new ArgumentException(
                $"Found the factors {string.Join(", ", space.Factors.Select(factor => factor.Name))}; expected "
                    + $"{string.Join(", ", whole.Factors.Select(f => $"{f.Name} (below {f.Values.Count})"))}.",
                nameof(space)
            );
        }

        static bool IsPart(Factor factor, Factor whole) => factor.Values.All(whole.Values.Contains);
    }

    private static byte[] DrawGray(int shape, int scale, int orientation, int x, int y, int side) =>
        SpriteStamp.Draw((SpriteShape)shape, scale, orientation, Position(x), Position(y), side);

    /// <summary>Where an image has side 1: around its center, and a pixel of 64 from one value to the next.</summary>
    private static double Position(int value) => 0.25 + (value + 0.5) / 64;

    private static Factor Of(string name, int size) => new(name, [.. Enumerable.Range(0, size)]);
}
