namespace InfoGanMl.Pictures.Resizing;

/// <summary>Which pixels of a picture make each pixel of a smaller or larger one, along one axis.</summary>
/// <remarks>
/// Smaller ones are means over the area that they cover, so that nothing is skipped and no stripes appear; larger ones are
/// interpolated. The same numbers on every machine.
/// </remarks>
internal sealed class AxisWeights
{
    private readonly int[] _first;
    private readonly float[][] _weights;

    /// <summary>Computes them.</summary>
    /// <param name="source">Pixels that there are.</param>
    /// <param name="target">Pixels to make of them.</param>
    public AxisWeights(int source, int target)
    {
        _first = new int[target];
        _weights = new float[target][];
        for (var i = 0; i < target; i++)
        {
            (_first[i], _weights[i]) = source >= target ? Mean(i, source, target) : Interpolate(i, source, target);
        }
    }

    /// <summary>Pixels that are made.</summary>
    public int Count => _first.Length;

    /// <summary>The first pixel that counts for one of them.</summary>
    public int FirstOf(int i) => _first[i];

    /// <summary>How much that and the following ones count; 1 in all.</summary>
    public ReadOnlySpan<float> Of(int i) => _weights[i];

    /// <summary>In units of 1 / target of a source pixel, where all borders are whole numbers.</summary>
    private static (int, float[]) Mean(long i, int source, int target)
    {
        var (start, end) = (i * source, (i + 1) * source);
        var (first, last) = (start / target, (end - 1) / target);
        var weights = new float[last - first + 1];
        for (var pixel = first; pixel <= last; pixel++)
        {
            var overlap = Math.Min(end, (pixel + 1) * target) - Math.Max(start, pixel * target);
            weights[pixel - first] = (float)overlap / source;
        }

        return ((int)first, weights);
    }

    /// <summary>Between the centers of two pixels; beyond the outermost centers as there.</summary>
    private static (int, float[]) Interpolate(int i, int source, int target)
    {
        var center = Math.Clamp((i + 0.5) * source / target - 0.5, 0, source - 1);
        var first = (int)center;
        var rest = (float)(center - first);
        return rest > 0 ? (first, [1 - rest, rest]) : (first, [1]);
    }
}
