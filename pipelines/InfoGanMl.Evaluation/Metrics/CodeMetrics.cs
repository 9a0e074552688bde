using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>How much Q recovers of the codes that images were generated from.</summary>
public static class CodeMetrics
{
    /// <summary>L_I of the first categorical code.</summary>
    public static readonly FigureKind Information = new(
        "l_i",
        "L_I of the category",
        Unit.Nats,
        "What Q recovers of the category from generated images, at most H(c), the entropy of the code."
    )
    {
        Paper = "Chen et al. 2016, eq. 5",
        Basis = Basis.GeneratedImages,
        Column = "L_I in nats",
        Shown = Shown.Console | Shown.ModelCard | Shown.Comparison | Shown.Presets | Shown.Runs,
    };

    /// <summary>L_I of each of several categorical codes.</summary>
    public static readonly FigureKind InformationOfCode = new(
        "categorical_codes.{code}.l_i",
        "L_I of {code}",
        Unit.Nats,
        "What Q recovers of this code from generated images, at most the entropy of the code."
    )
    {
        Paper = "Chen et al. 2016, eq. 5",
        Basis = Basis.GeneratedImages,
        Column = "L_I",
        Shown = Shown.Console | Shown.ModelCard,
    };

    /// <summary>R² of each continuous code.</summary>
    public static readonly FigureKind R2 = new(
        "continuous_r2.{code}",
        "R² of {code}",
        Unit.Score,
        "What Q recovers of the code from generated images: 1 is all of it, 0 is nothing."
    )
    {
        Basis = Basis.GeneratedImages,
        Column = "R²",
        Digits = 3,
        Shown = Shown.Console | Shown.ModelCard | Shown.Comparison | Shown.Presets | Shown.Runs,
    };

    /// <summary>Probabilities count as at least this, so that one image cannot make L_I −∞.</summary>
    public const double LeastProbability = 1e-12;

    /// <summary>
    /// L_I = E[log q(c|G(z, c))] + H(c) in nats, a lower bound on I(c; G(z, c)) (Chen et al. 2016, eq. 5): H(c) is perfect, 0
    /// is what a Q achieves that always answers with the prior.
    /// </summary>
    /// <param name="probabilities">[N × size] q(c|x) of each category.</param>
    /// <param name="categories">[N] the category that each image was generated from.</param>
    /// <param name="entropy">H(c) in nats.</param>
    public static double MutualInformation(
        IReadOnlyList<float> probabilities,
        IReadOnlyList<int> categories,
        double entropy
    )
    {
        var size = probabilities.Count / Math.Max(1, categories.Count);
        RequireRows(categories.Count * size, probabilities.Count);
        var logLikelihood = categories.Select((category, row) => Log(probabilities[row * size + category])).Average();
        return logLikelihood + entropy;
    }

    /// <summary>
    /// R² = 1 − mean squared error / variance of a continuous code: 1 is perfect, 0 is what the prior's mean achieves.
    /// </summary>
    /// <param name="means">[N] Q's mean for each image.</param>
    /// <param name="values">[N] the value that each image was generated from, not all the same.</param>
    public static double R2Of(IReadOnlyList<float> means, IReadOnlyList<float> values)
    {
        RequireRows(values.Count, means.Count);
        var average = values.Average(value => (double)value);
        var error = means.Zip(values).Average(pair => Math.Pow(pair.First - (double)pair.Second, 2));
        return 1 - error / values.Average(value => Math.Pow(value - average, 2));
    }

    private static double Log(double probability) => Math.Log(Math.Max(probability, LeastProbability));

    private static void RequireRows(int expected, int found)
    {
        if (found == 0 || found != expected)
        {
            throw new ArgumentException($"Found {found} values from Q; expected {expected}, as many for each image.");
        }
    }
}
