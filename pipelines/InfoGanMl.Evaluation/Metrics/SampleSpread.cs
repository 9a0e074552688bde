using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>Whether generated images of a category differ as much as real ones of its class.</summary>
public static class SampleSpread
{
    /// <summary>Spread in the category where it is least.</summary>
    public static readonly FigureKind Least = new(
        "samples.least_spread",
        "Spread within a category",
        Unit.Ratio,
        "Variance of the judge's features over that of real images of the class, in the category where it is least: 0 is the same image again and again."
    )
    {
        Basis = Basis.GeneratedImages,
        Cards = Cards.Samples,
        Shown = Shown.Console,
    };

    /// <summary>
    /// Variance of features within a category, over that of real images within its class, in the category where it is least:
    /// about 1 when images differ as real ones do, 0 when all are the same.
    /// </summary>
    /// <param name="generated">[N × width] features of generated images, and the category that each was generated from.</param>
    /// <param name="real">[M × width] features of real images, and the class of each.</param>
    /// <param name="classOf">The class of each category, -1 for none (<see cref="ClusteringMetrics.MatchClasses"/>).</param>
    /// <param name="width">Features of an image.</param>
    public static double MeasureLeast(
        (float[] Features, IReadOnlyList<int> Categories) generated,
        (float[] Features, IReadOnlyList<int> Classes) real,
        IReadOnlyList<int> classOf,
        int width
    )
    {
        var spreads =
            from category in generated.Categories.Distinct()
            let @class = category < classOf.Count ? classOf[category] : -1
            where @class >= 0
            let expected = VarianceOf(real.Features, real.Classes, @class, width)
            where expected > 0 // of one image or none nothing is known
            select VarianceOf(generated.Features, generated.Categories, category, width) / expected;
        return spreads.DefaultIfEmpty(0).Min();
    }

    /// <summary>Sum over the features of their variance among the images of one group.</summary>
    private static double VarianceOf(float[] features, IReadOnlyList<int> groups, int group, int width)
    {
        var rows = Enumerable.Range(0, groups.Count).Where(row => groups[row] == group).ToArray();
        return Enumerable
            .Range(0, rows.Length > 0 ? width : 0)
            .Sum(feature =>
            {
                var mean = rows.Average(row => (double)features[row * width + feature]);
                return rows.Average(row => Math.Pow(features[row * width + feature] - mean, 2));
            });
    }
}
