using System.Numerics.Tensors;
using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>
/// How far two sets of images are from each other, seen through a network's features, without bias in their number
/// (Bińkowski et al. 2018, the kernel Inception distance).
/// </summary>
public static class KernelDistance
{
    /// <summary>Of real images.</summary>
    public static readonly FigureKind OfRealImages = new(
        "samples.real_kernel_distance",
        "Kernel distance of real images",
        Unit.SquaredFeatures,
        "The same for real training images: the best to be expected."
    )
    {
        Paper = "Bińkowski et al. 2018",
        Basis = Basis.GeneratedImages,
        LowerIsBetter = true,
    };

    /// <summary>Of generated images.</summary>
    public static readonly FigureKind OfSamples = new(
        "samples.kernel_distance",
        "Kernel distance (KID)",
        Unit.SquaredFeatures,
        "How far generated images are from real ones: 0 but for chance when they are alike."
    )
    {
        Paper = "Bińkowski et al. 2018",
        Basis = Basis.GeneratedImages,
        OfRealImages = OfRealImages,
        LowerIsBetter = true,
        Shown = Shown.Console | Shown.ModelCard,
    };

    /// <summary>
    /// The unbiased estimate of the squared maximum mean discrepancy, mean k(x, x′) + mean k(y, y′) − 2 mean k(x, y) over pairs
    /// of different rows (Gretton et al. 2012, eq. 3), under the kernel k(x, y) = (x·y / width + 1)³: 0 on average for two
    /// sets of the same kind, so that single results may be a little below. Holds no table of pairs; in O((N + M)²·width).
    /// </summary>
    /// <param name="features">[N × width], at least two rows.</param>
    /// <param name="otherFeatures">[M × width], at least two rows.</param>
    /// <param name="width">Features of an image.</param>
    /// <exception cref="ArgumentException">There are not at least two whole rows on each side.</exception>
    public static double Measure(float[] features, float[] otherFeatures, int width)
    {
        RequireRows(features, width, nameof(features));
        RequireRows(otherFeatures, width, nameof(otherFeatures));
        return MeanWithin(features, width)
            + MeanWithin(otherFeatures, width)
            - 2 * MeanBetween(features, otherFeatures, width);
    }

    private static double MeanWithin(float[] features, int width)
    {
        var rows = features.Length / width;
        // The kernel is symmetric: each pair once.
        var sum = Enumerable
            .Range(0, rows)
            .Sum(row => SumOfKernels(Row(features, row, width), features.AsSpan((row + 1) * width)));
        return sum / (rows * (rows - 1.0) / 2);
    }

    private static double MeanBetween(float[] features, float[] otherFeatures, int width)
    {
        var rows = features.Length / width;
        var sum = Enumerable.Range(0, rows).Sum(row => SumOfKernels(Row(features, row, width), otherFeatures));
        return sum / (rows * (otherFeatures.Length / (double)width));
    }

    /// <summary>Of one row with each of the others.</summary>
    private static double SumOfKernels(ReadOnlySpan<float> row, ReadOnlySpan<float> others)
    {
        var sum = 0.0;
        for (; !others.IsEmpty; others = others[row.Length..])
        {
            var similarity = TensorPrimitives.Dot(row, others[..row.Length]) / (double)row.Length + 1;
            sum += similarity * similarity * similarity;
        }

        return sum;
    }

    private static ReadOnlySpan<float> Row(float[] features, int row, int width) => features.AsSpan(row * width, width);

    private static void RequireRows(float[] features, int width, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (features.Length < 2 * width || features.Length % width != 0)
        {
            throw new ArgumentException(
                $"Found {features.Length} features; expected rows of {width}, and at least two.",
                name
            );
        }
    }
}
