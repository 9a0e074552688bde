using InfoGanMl.Models.Images;

namespace InfoGanMl.Preparation.Sources;

/// <summary>The size of square images whose pixels stand in one row.</summary>
internal static class SquareFormat
{
    /// <summary>The fewest pixels: fewer numbers in a row are measurements of something.</summary>
    public const int LeastPixels = 64;

    /// <summary>The size of an image of so many numbers, gray or RGB; null where there is no such one.</summary>
    public static ImageFormat? Of(int numbers) =>
        numbers < LeastPixels ? null
        : Math.Sqrt(numbers) is var gray && double.IsInteger(gray) ? new(1, (int)gray, (int)gray)
        : Math.Sqrt(numbers / 3.0) is var color && double.IsInteger(color) ? new(3, (int)color, (int)color)
        : null;
}
