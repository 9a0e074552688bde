using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Arrays;

/// <summary>Which axis of an array of images is which.</summary>
/// <param name="Axes">
/// A letter for each: N images, C channels, H rows and W columns, or P for all pixels of a square; gray images may have no C.
/// </param>
internal sealed record ImageLayout(string Axes)
{
    /// <summary>[N, H, W]: gray images in row-major programs, as MedMNIST's.</summary>
    public static ImageLayout CountHeightWidth { get; } = new("NHW");

    /// <summary>[N, H, W, C]: images in color in row-major programs, as MedMNIST's.</summary>
    public static ImageLayout CountHeightWidthChannels { get; } = new("NHWC");

    /// <summary>[N, C, H, W]: images as PyTorch has them.</summary>
    public static ImageLayout CountChannelsHeightWidth { get; } = new("NCHW");

    /// <summary>[H, W, N]: gray images in MATLAB.</summary>
    public static ImageLayout HeightWidthCount { get; } = new("HWN");

    /// <summary>[H, W, C, N]: images in color in MATLAB, as SVHN's.</summary>
    public static ImageLayout HeightWidthChannelsCount { get; } = new("HWCN");

    /// <summary>[N, H*W]: gray images, each in a row, as scikit-learn's; one row of pixels follows the other.</summary>
    public static ImageLayout CountPixels { get; } = new("NP");

    /// <summary>
    /// [N, H*W] in MATLAB, whose own order makes a row of the columns of an image. Programs that keep images row by row write such
    /// files, too, and no file says so: theirs lie on their side.
    /// </summary>
    public static ImageLayout CountPixelsByColumn { get; } = new("NP") { AreColumnsFirst = true };

    /// <summary>[H*W, N] in MATLAB, an image in each column.</summary>
    public static ImageLayout PixelsByColumnCount { get; } = new("PN") { AreColumnsFirst = true };

    /// <summary>Whether one column of pixels follows the other, where all pixels are one axis.</summary>
    public bool AreColumnsFirst { get; private init; }

    /// <summary>Whether all pixels of an image are one axis.</summary>
    public bool IsFlat => Axes.Contains('P', StringComparison.Ordinal);

    /// <summary>The usual order of axes in a program, told by where the channels are.</summary>
    /// <param name="shape">The array's shape.</param>
    /// <param name="isColumnMajor">Whether it is MATLAB's, which counts images last.</param>
    public static ImageLayout Guess(ArrayShape shape, bool isColumnMajor) =>
        (shape.Sizes, isColumnMajor) switch
        {
            ([_, _], false) => CountPixels,
            ([var first, var second], true) => SquareFormat.Of(second) is null && SquareFormat.Of(first) is not null
                ? PixelsByColumnCount
                : CountPixelsByColumn,
            ({ Count: <= 3 } and not [_, _, 3], true) => HeightWidthCount,
            (_, true) => HeightWidthChannelsCount,
            ([_, 1 or 3, _, not (1 or 3)], _) => CountChannelsHeightWidth,
            ({ Count: 4 }, _) => CountHeightWidthChannels,
            _ => CountHeightWidth,
        };

    /// <summary>Size and stride along an axis, which may be within that of all pixels; of one that is not there 1 and 0.</summary>
    /// <param name="axis">Its letter.</param>
    /// <param name="shape">The array's shape, of as many axes, or without N at the end, as MATLAB drops a last size of 1.</param>
    public (int Size, int Stride) Find(char axis, ArrayShape shape) =>
        Axes.IndexOf(axis, StringComparison.Ordinal) is >= 0 and var at && at < shape.Sizes.Count
            ? (shape.Sizes[at], shape.Strides[at])
        : IsFlat && axis is 'H' or 'W' ? FindSide(axis, Find('P', shape))
        : (1, 0);

    /// <summary>Whether an array has these axes.</summary>
    public bool Fits(ArrayShape shape) =>
        (shape.Sizes.Count == Axes.Length || shape.Sizes.Count == Axes.Length - 1 && Axes[^1] == 'N')
        && (!IsFlat || SquareFormat.Of(Find('P', shape).Size) is { Channels: 1 });

    /// <summary>How large an image may be.</summary>
    public string DescribeSize() =>
        IsFlat ? $"{SquareFormat.LeastPixels} gray pixels or more, in as many rows as columns"
        : Axes.Contains('C', StringComparison.Ordinal) ? "H rows and W columns, with C 1 channel or 3"
        : "H rows and W columns";

    /// <summary>What to do with images that are stored otherwise.</summary>
    public string Remedy =>
        !IsFlat
            ? "Save the images in this order of axes, in gray or RGB."
            : "Reshape the images to "
                + (
                    AreColumnsFirst
                        ? "[H, W, N], or in color to [H, W, 3, N]"
                        : "[N, H, W], or in color to [N, H, W, 3]"
                )
                + ", and save that: a row of numbers does not say in which order its colors are.";

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Axes.Select(axis => axis == 'P' ? "H*W" : $"{axis}"))}]";

    private (int Size, int Stride) FindSide(char axis, (int Size, int Stride) pixels)
    {
        var side = (int)Math.Sqrt(pixels.Size);
        return (side, axis == (AreColumnsFirst ? 'W' : 'H') ? side * pixels.Stride : pixels.Stride);
    }
}
