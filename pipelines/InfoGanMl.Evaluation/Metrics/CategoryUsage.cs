using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>How Q uses its categories, whatever they stand for: what can be said without labels.</summary>
public static class CategoryUsage
{
    /// <summary>Q's most likely category counts as sure when its probability is at least this.</summary>
    public const double Sure = 0.9;

    /// <summary>Entropy of Q's mean answer.</summary>
    public static readonly FigureKind MarginalEntropy = new(
        "categories.marginal_entropy",
        "Entropy of Q's mean answer",
        Unit.Nats,
        "The logarithm of the number of categories when all are used alike, 0 when only one is."
    )
    {
        Cards = Cards.Usage,
        Heading = "Entropy of the categories",
    };

    /// <summary>Share of images that fall into the same category when they are turned, shifted and scaled a little.</summary>
    public static readonly FigureKind Consistency = new(
        "categories.consistency",
        "Consistency",
        Unit.Share,
        "Share of test images that stay in their category when they are turned, shifted and scaled a little."
    )
    {
        IsDrawn = true,
        Cards = Cards.Usage,
        Shown = Shown.Console | Shown.Comparison,
    };

    /// <summary>Share of images of which Q is <see cref="Sure"/>.</summary>
    public static readonly FigureKind SureShare = new(
        "categories.sure_share",
        "Sure answers",
        Unit.Share,
        "Share of test images whose category has a probability of at least 0.9."
    )
    {
        Cards = Cards.Usage,
        Shown = Shown.Console,
    };

    /// <summary>Mean probability of the most likely category.</summary>
    public static readonly FigureKind MeanConfidence = new(
        "categories.mean_confidence",
        "Mean confidence",
        Unit.Share,
        "Mean probability that Q gives to the category of a test image."
    )
    {
        Cards = Cards.Usage,
    };

    /// <summary>Entropy of Q's mean answer for each of several codes.</summary>
    public static readonly FigureKind MarginalEntropyOfCode = new(
        "categorical_codes.{code}.marginal_entropy",
        "Entropy of Q's mean answer, {code}",
        Unit.Nats,
        "The logarithm of the number of categories of this code when all are used alike."
    )
    {
        Column = "Entropy",
        Shown = Shown.Console,
    };

    /// <summary>In nats, of the mean of N answers: at most ln(categories), which it is when all are used alike.</summary>
    /// <param name="sums">For each category the sum of its probabilities over the images.</param>
    /// <param name="images">N.</param>
    public static double EntropyOf(IReadOnlyList<double> sums, int images) =>
        -sums.Select(sum => sum / images).Where(share => share > 0).Sum(share => share * Math.Log(share));
}
