using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>
/// How often an image generated from a category shows the class that the category stands for: a judge says what the image
/// shows, and Q's categories of real test images say what was meant.
/// </summary>
/// <param name="Overall">Share of all images: 1 is perfect, 1 / classes is chance.</param>
/// <param name="OfCategory">Share of the images of each category, up to the largest one; null where there are none.</param>
public sealed record SampleAgreement(double Overall, IReadOnlyList<double?> OfCategory)
{
    /// <summary>Over all categories.</summary>
    public static readonly FigureKind Kind = new(
        "samples.agreement",
        "Samples that show their category",
        Unit.Share,
        "Share of generated images in which the judge sees the class that is matched to their category."
    )
    {
        Basis = Basis.GeneratedImages,
        Cards = Cards.Samples,
        Column = "Samples agree",
        Shown = Shown.Console | Shown.ModelCard | Shown.Comparison | Shown.Presets | Shown.Runs,
    };

    /// <summary>In the worst category.</summary>
    public static readonly FigureKind InWorstCategory = new(
        "samples.least_category_agreement",
        "The same in the worst category",
        Unit.Share,
        "That share in the category where it is lowest."
    )
    {
        Basis = Basis.GeneratedImages,
        Cards = Cards.Samples,
        Shown = Shown.Console,
    };

    /// <summary>Compares the classes that images show with those that were meant.</summary>
    /// <param name="judged">[N] the class that the judge sees in each generated image, from 0.</param>
    /// <param name="categories">[N] the category that each image was generated from, from 0.</param>
    /// <param name="classOf">
    /// The class of each category (<see cref="ClusteringMetrics.MatchClasses"/>). A category without one, -1 or past the end of
    /// the list, never agrees.
    /// </param>
    /// <exception cref="ArgumentException">There are no images, or the lists are of different length.</exception>
    public static SampleAgreement Measure(
        IReadOnlyList<int> judged,
        IReadOnlyList<int> categories,
        IReadOnlyList<int> classOf
    )
    {
        if (judged.Count == 0 || judged.Count != categories.Count)
        {
            throw new ArgumentException(
                $"Found {judged.Count} judged classes and {categories.Count} categories; expected as many, and at least one.",
                nameof(judged)
            );
        }

        var images = new int[categories.Max() + 1];
        var agreeing = new int[images.Length];
        foreach (var (category, @class) in categories.Zip(judged))
        {
            images[category]++;
            agreeing[category] += category < classOf.Count && classOf[category] == @class ? 1 : 0;
        }

        return new(
            (double)agreeing.Sum() / categories.Count,
            [.. agreeing.Zip(images, (right, all) => all == 0 ? (double?)null : (double)right / all)]
        );
    }
}
