using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>
/// Whether each factor, a property in which images differ, is told by one code alone. 1 is perfect, 0 is when two codes tell
/// as much or none tells anything.
/// </summary>
public static class DisentanglementMetrics
{
    /// <summary>MIG over measured properties.</summary>
    public static readonly FigureKind MeasuredGap = new(
        "disentanglement.mutual_information_gap",
        "Mutual information gap (MIG)",
        Unit.Score,
        "How much more the best continuous code tells about a measured property than the second best, mean over the properties."
    )
    {
        Paper = "Chen et al. 2018, β-TCVAE",
        Basis = Basis.GeneratedImages,
    };

    /// <summary>SAP over measured properties.</summary>
    public static readonly FigureKind MeasuredPredictability = new(
        "disentanglement.separated_attribute_predictability",
        "Separated attribute predictability (SAP)",
        Unit.Score,
        "How much better the best continuous code predicts a measured property than the second best, mean over the properties."
    )
    {
        Paper = "Kumar et al. 2018, DIP-VAE",
        Basis = Basis.GeneratedImages,
    };

    /// <summary>MIG over known factors.</summary>
    public static readonly FigureKind KnownGap = new(
        "factors.mutual_information_gap",
        "MIG against known factors",
        Unit.Score,
        "How much more the best code tells about a factor than the second best, mean over the factors, in shares of the entropy of the factor."
    )
    {
        Paper = "Chen et al. 2018, eq. 6",
        Basis = Basis.Drawn,
        Shown = Shown.Console,
    };

    /// <summary>Modularity over known factors.</summary>
    public static readonly FigureKind KnownModularity = new(
        "factors.modularity",
        "Modularity",
        Unit.Score,
        "Whether each code tells about one factor alone: 1 is perfect."
    )
    {
        Paper = "Ridgeway and Mozer 2018",
        Basis = Basis.Drawn,
        Shown = Shown.Console,
    };

    /// <summary>Steps of equal width that values are sorted into, from the least to the largest, to count information.</summary>
    public const int Steps = 20;

    /// <summary>
    /// Mutual information gap (Chen et al. 2018): how much more the code that tells most of a factor tells of it than
    /// the next one, over the factor's entropy; mean over the factors. Values are sorted into <see cref="Steps"/> first.
    /// </summary>
    /// <remarks>Counts of few images in 20 × 20 cells pretend information, alike for all codes: take thousands.</remarks>
    /// <param name="codes">Of each code its [N] values, finite; two codes at least.</param>
    /// <param name="factors">Of each factor its [N] values, finite; a constant one counts as 0.</param>
    /// <exception cref="ArgumentException">There are too few codes, no factors or values, or not as many everywhere.</exception>
    public static double MutualInformationGap(IReadOnlyList<double[]> codes, IReadOnlyList<double[]> factors)
    {
        RequireValues(codes, factors);
        return MutualInformationGap(ToSteps(codes), ToSteps(factors));
    }

    /// <summary>
    /// Mutual information gap of factors that are known: only codes are sorted into <see cref="Steps"/>, as disentanglement_lib
    /// does (Locatello et al. 2019). They take 10,000 images.
    /// </summary>
    public static double MutualInformationGap(FactorCodes images) =>
        MutualInformationGap(ToSteps(images.Codes), images.Factors);

    /// <summary>
    /// Modularity (Ridgeway and Mozer 2018): whether each code tells of one factor alone. The squared information on all
    /// other factors, over what it would be if they were told as well as the best one; 1 less that, mean over the codes. A code
    /// that tells nothing counts as 0; nothing is asked of factors that no code tells.
    /// </summary>
    public static double Modularity(FactorCodes images) =>
        ToSteps(images.Codes)
            .Average(code => ModularityOf([.. images.Factors.Select(f => Information.Mutual(code, f))]));

    /// <summary>
    /// Separated attribute predictability (Kumar et al. 2018, SAP) of factors that are numbers: how much better a straight
    /// line through the best code predicts a factor than one through the next code, as R²; mean over the factors.
    /// </summary>
    /// <param name="codes">Of each code its [N] values, finite; two codes at least.</param>
    /// <param name="factors">Of each factor its [N] values, finite; a constant one counts as 0.</param>
    /// <exception cref="ArgumentException">There are too few codes, no factors or values, or not as many everywhere.</exception>
    public static double SeparatedAttributePredictability(
        IReadOnlyList<double[]> codes,
        IReadOnlyList<double[]> factors
    )
    {
        RequireValues(codes, factors);
        return factors.Average(factor => Gap(codes.Select(code => SquaredCorrelation(code, factor))));
    }

    private static double MutualInformationGap(IReadOnlyList<int[]> codes, IReadOnlyList<int[]> factors) =>
        factors.Average(factor => Gap(codes.Select(code => ShareTold(code, factor))));

    private static double ModularityOf(double[] information)
    {
        var best = information.Max();
        var others = information.Sum(nats => nats * nats) - best * best;
        // Rounding leaves a little information where there is none.
        return best < 1e-12 ? 0 : 1 - others / (best * best * (information.Length - 1));
    }

    /// <summary>How much the best of two scores at least is better than the next.</summary>
    internal static double Gap(IEnumerable<double> scores)
    {
        var best = scores.OrderDescending().Take(2).ToList();
        return best[0] - best[1];
    }

    /// <summary>I(code; factor) / H(factor).</summary>
    private static double ShareTold(int[] code, int[] factor)
    {
        var entropy = Information.Entropy(factor);
        return entropy == 0 ? 0 : Information.Mutual(code, factor) / entropy;
    }

    private static List<int[]> ToSteps(IReadOnlyList<double[]> columns) =>
        [.. columns.Select(values => Information.ToSteps(values, Steps))];

    /// <summary>R² of the best straight line; 0 where there is nothing to predict, or nothing to predict it from.</summary>
    private static double SquaredCorrelation(double[] a, double[] b)
    {
        if (a.Min() == a.Max() || b.Min() == b.Max())
        {
            return 0;
        }

        var (meanOfA, meanOfB) = (a.Average(), b.Average());
        var (aa, ab, bb) = (0.0, 0.0, 0.0);
        foreach (var (x, y) in a.Zip(b, (x, y) => (x - meanOfA, y - meanOfB)))
        {
            aa += x * x;
            ab += x * y;
            bb += y * y;
        }

        return ab / aa * (ab / bb);
    }

    private static void RequireValues(IReadOnlyList<double[]> codes, IReadOnlyList<double[]> factors)
    {
        var lengths = codes.Concat(factors).Select(values => values.Length).Distinct().ToList();
        if (codes.Count < 2 || factors.Count < 1 || lengths is not [> 0])
        {
            throw new ArgumentException(
                $"Found {codes.Count} codes and {factors.Count} factors of {string.Join(", ", lengths)} values; expected at "
                    + "least two codes and one factor, of as many values each, and at least one."
            );
        }
    }
}
