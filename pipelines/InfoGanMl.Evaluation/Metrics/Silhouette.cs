using System.Numerics.Tensors;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>
/// Whether images lie nearer to those of their own category than to those of any other, which takes no labels (Rousseeuw
/// 1987).
/// </summary>
public static class Silhouette
{
    /// <summary>The silhouette of Q's features by category.</summary>
    public static readonly FigureKind Kind = new(
        "categories.silhouette",
        "Silhouette of Q's features by category",
        Unit.Score,
        "How much nearer Q's features of a test image are to those of its category than to those of the nearest other one: 1 is far apart, 0 is on the border."
    )
    {
        Paper = "Rousseeuw 1987",
        Basis = Basis.Drawn,
        Cards = Cards.Usage,
        Shown = Shown.Console,
    };

    /// <summary>
    /// Mean over the images of (b − a) / max(a, b): a is the mean distance to the others of the category, b that to the images
    /// of the category where it is least. An image alone in its category counts as 0, as do images that are all alike. Holds
    /// no table of pairs; in O(N²·width).
    /// </summary>
    /// <param name="features">[N × width].</param>
    /// <param name="categories">[N] the category of each image, from 0.</param>
    /// <returns>From -1 to 1; null where fewer than two categories are used.</returns>
    /// <exception cref="ArgumentException">The features are no whole rows, one for each image.</exception>
    public static double? Measure(float[] features, IReadOnlyList<int> categories)
    {
        var width = features.Length / Math.Max(1, categories.Count);
        if (features.Length != width * categories.Count)
        {
            throw new ArgumentException(
                $"Found {features.Length} features for {categories.Count} images; expected as many for each.",
                nameof(features)
            );
        }

        var sizes = categories.CountBy(category => category).ToDictionary();
        return sizes.Count < 2
            ? null
            : categories.Select((_, row) => OfImage(features, width, row, categories, sizes)).Average();
    }

    private static double OfImage(
        float[] features,
        int width,
        int row,
        IReadOnlyList<int> categories,
        Dictionary<int, int> sizes
    )
    {
        var own = categories[row];
        if (sizes[own] == 1)
        {
            return 0;
        }

        var sums = sizes.Keys.ToDictionary(category => category, _ => 0.0);
        for (var other = 0; other < categories.Count; other++)
        {
            sums[categories[other]] += TensorPrimitives.Distance<float>(Row(row), Row(other));
        }

        var within = sums[own] / (sizes[own] - 1); // its distance to itself is 0
        var beside = sums.Where(sum => sum.Key != own).Min(sum => sum.Value / sizes[sum.Key]);
        var larger = Math.Max(within, beside);
        return larger == 0 ? 0 : (beside - within) / larger;

        ReadOnlySpan<float> Row(int index) => features.AsSpan(index * width, width);
    }
}

/// <summary>Measures it on test images by the categories of the first categorical code.</summary>
internal sealed class SilhouetteScorer : IScorer
{
    private const int MostImages = 2000; // each is compared with all others

    public Question Question => Question.Classify;

    public IReadOnlyList<FigureKind> Kinds { get; } = [Silhouette.Kind];

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        if (context.Model.Latent.Categorical.Count == 0)
        {
            return [];
        }

        var indices = Enumerable.Range(0, context.Data.Test.Count).ToArray();
        new Random(context.Options.Seed).Shuffle(indices);
        var images = context.Data.Test.Select(indices.AsSpan(..Math.Min(MostImages, indices.Length)));
        context.Begin($"Comparing Q's features of {images.Count} test images.");
        var found = images.ToBatches().Select(batch => context.Recognizer.Recognize(batch)).ToList();
        var silhouette = Silhouette.Measure(
            [.. found.SelectMany(batch => batch.Features)],
            [.. found.SelectMany(batch => batch.MostLikelyCategories())]
        );
        return silhouette is { } value
            ? [context.Measured(Silhouette.Kind, value) with { SampleSize = images.Count }]
            : [];
    }
}
