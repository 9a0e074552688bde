namespace InfoGanMl.Preparation.Arrays;

/// <summary>Which axis of an array of images is which.</summary>
/// <param name="Axes">A letter for each: N images, C channels, H rows and W columns; gray images may have no C.</param>
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

    /// <summary>The usual order of axes in a program, told by where the channels are.</summary>
    /// <param name="shape">The array's shape.</param>
    /// <param name="isColumnMajor">Whether it is MATLAB's, which counts images last.</param>
    public static ImageLayout Guess(Values.ArrayShape shape, bool isColumnMajor) =>
        (shape.Sizes, isColumnMajor) switch
        {
            ({ Count: <= 3 } and not [_, _, 3], true) => HeightWidthCount,
            (_, true) => HeightWidthChannelsCount,
            ([_, 1 or 3, _, not (1 or 3)], _) => CountChannelsHeightWidth,
            ({ Count: 4 }, _) => CountHeightWidthChannels,
            _ => CountHeightWidth,
        };

    /// <summary>Size and stride along an axis; of one that is not there 1 and 0.</summary>
    /// <param name="axis">Its letter.</param>
    /// <param name="shape">The array's shape, of as many axes, or without N at the end, as MATLAB drops a last size of 1.</param>
    public (int Size, int Stride) Find(char axis, Values.ArrayShape shape) =>
        Axes.IndexOf(axis, StringComparison.Ordinal) is >= 0 and var at && at < shape.Sizes.Count
            ? (shape.Sizes[at], shape.Strides[at])
            : (1, 0);

    /// <summary>Whether an array has these axes.</summary>
    public bool Fits(Values.ArrayShape shape) =>
        shape.Sizes.Count == Axes.Length || shape.Sizes.Count == Axes.Length - 1 && Axes[^1] == 'N';

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Axes.AsEnumerable())}]";
}
