using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation.Samples;

/// <summary>Scores generated images in the eyes of a judge, with real images beside them as the best to be expected.</summary>
/// <param name="judge">The judge of the data set.</param>
/// <param name="train">Real images; as many are drawn as of the test images, for the real-versus-real figures.</param>
/// <param name="test">Real images that generated ones are compared with; of more than 10,000, as many are drawn.</param>
/// <param name="seed">Seed of the draws.</param>
public sealed class SampleScorer(Judge judge, ImageSet train, ImageSet test, int seed)
{
    /// <summary>What is drawn of more real images, as all their features are held in memory.</summary>
    private const int RealImages = 10_000;

    /// <summary>Precision and recall look for neighbors among all others: as many images of each kind are enough.</summary>
    public const int PairedImages = 5_000;

    /// <summary>Scores generated images.</summary>
    /// <param name="images">[N, C, H, W] in [0, 1].</param>
    /// <param name="drawn">What the images were meant to show; null for a model without categories, or where no class is known.</param>
    public SampleScores Measure(float[] images, DrawnCategories? drawn)
    {
        var generated = judge.Classify(images);
        var tested = Draw(test, RealImages);
        var real = judge.Classify(ImageFormat.ToFloats(tested.Pixels));
        var others = judge.Classify(ImageFormat.ToFloats(Draw(train, tested.Count).Pixels));

        var agreement = drawn is null
            ? null
            : SampleAgreement.Measure(generated.Classes, drawn.Categories, drawn.ClassOf);
        var (precision, recall) = PrecisionAndRecall(real.Features, generated.Features);
        var (realPrecision, realRecall) = PrecisionAndRecall(real.Features, others.Features);
        return new()
        {
            Agreement = agreement?.Overall,
            LeastCategoryAgreement = agreement is null ? null : agreement.OfCategory.Min() ?? 0,
            Precision = precision,
            Recall = recall,
            FrechetDistance = FrechetDistance.Measure(real.Features, generated.Features, judge.FeatureWidth),
            KernelDistance = KernelDistance.Measure(real.Features, generated.Features, judge.FeatureWidth),
            RealKernelDistance = KernelDistance.Measure(real.Features, others.Features, judge.FeatureWidth),
            RealPrecision = realPrecision,
            RealRecall = realRecall,
            RealFrechetDistance = FrechetDistance.Measure(real.Features, others.Features, judge.FeatureWidth),
            LeastSpread = drawn is null
                ? null
                : MeasureLeastSpread(
                    (generated.Features, drawn.Categories),
                    (real.Features, [.. tested.Labels.Select(label => (int)label)]),
                    drawn.ClassOf
                ),
        };
    }

    /// <summary>Some of the images in a random order; all in their own order where there are no more.</summary>
    private ImageSet Draw(ImageSet images, int count)
    {
        if (images.Count <= count)
        {
            return images;
        }

        var indices = Enumerable.Range(0, images.Count).ToArray();
        new Random(seed).Shuffle(indices);
        return images.Select(indices.AsSpan(..count));
    }

    private (double Precision, double Recall) PrecisionAndRecall(float[] real, float[] generated) =>
        SampleQuality.PrecisionAndRecall(ForPairs(real), ForPairs(generated), judge.FeatureWidth);

    private float[] ForPairs(float[] features) =>
        features[..Math.Min(features.Length, PairedImages * judge.FeatureWidth)];

    private double MeasureLeastSpread(
        (float[] Features, IReadOnlyList<int> Categories) generated,
        (float[] Features, IReadOnlyList<int> Labels) real,
        IReadOnlyList<int> classOf
    )
    {
        var spreads =
            from category in generated.Categories.Distinct()
            let @class = category < classOf.Count ? classOf[category] : -1
            where @class >= 0
            select VarianceOf(generated.Features, generated.Categories, category)
                / VarianceOf(real.Features, real.Labels, @class);
        return spreads.DefaultIfEmpty(0).Min();
    }

    /// <summary>Sum over the features of their variance among the images of one group.</summary>
    private double VarianceOf(float[] features, IReadOnlyList<int> groups, int group)
    {
        var width = judge.FeatureWidth;
        var rows = Enumerable.Range(0, groups.Count).Where(row => groups[row] == group).ToArray();
        return Enumerable
            .Range(0, width)
            .Sum(feature =>
            {
                var mean = rows.Average(row => (double)features[row * width + feature]);
                return rows.Average(row => Math.Pow(features[row * width + feature] - mean, 2));
            });
    }
}

/// <summary>What generated images were meant to show.</summary>
/// <param name="Categories">[N] the category that each was generated from.</param>
/// <param name="ClassOf">The class of each category, -1 for none (<see cref="ClusteringMetrics.MatchClasses"/>).</param>
public sealed record DrawnCategories(IReadOnlyList<int> Categories, IReadOnlyList<int> ClassOf);
