using InfoGanMl.Models.Checks;

namespace InfoGanMl.Recipes.Networks;

/// <summary>The largest value under a window, channel by channel.</summary>
/// <param name="Kernel">Side of the window in pixels.</param>
/// <param name="Stride">Step in pixels.</param>
/// <param name="Padding">Pixels added on each side, which no value is smaller than.</param>
public sealed record MaxPool(int Kernel = 3, int Stride = 2, int Padding = 1) : Layer
{
    internal override IEnumerable<(string Name, int Value, int Least, int Most)> Numbers =>
        [
            (nameof(Kernel), Kernel, 1, Limits.Kernel),
            (nameof(Stride), Stride, 1, Limits.Kernel),
            (nameof(Padding), Padding, 0, Kernel / 2), // more, and a window would hold nothing
        ];

    /// <inheritdoc/>
    public override Shape Output(Shape input)
    {
        var (height, width) = Slide(input, Kernel, Stride, Padding);
        return new(input.Channels, height, width);
    }

    /// <summary>Comparisons, which take as long.</summary>
    public override long MultiplyAdds(Shape input) => (long)Output(input).Size * Kernel * Kernel;
}

/// <summary>The mean of each channel over all pixels, as an image of one pixel.</summary>
public sealed record GlobalAveragePool : Layer
{
    /// <inheritdoc/>
    public override Shape Output(Shape input)
    {
        Require(!input.IsVector, input, "an image (put Reshape before it)");
        return new(input.Channels, 1, 1);
    }
}
