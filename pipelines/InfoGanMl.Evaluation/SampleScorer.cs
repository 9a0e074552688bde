using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Models.Folder;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation;

/// <summary>Scores generated images in the eyes of a judge, with real images beside them as the best to be expected.</summary>
/// <param name="judge">The judge of the data set.</param>
/// <param name="train">Real images; as many are drawn as there are test images, for the real-versus-real figures.</param>
/// <param name="test">Real images that generated ones are compared with.</param>
/// <param name="seed">Seed of the draw.</param>
public sealed class SampleScorer(Judge judge, ImageSet train, ImageSet test, int seed)
{
    /// <summary>Precision and recall compare every image with every other one: as many of each kind are enough.</summary>
    private const int NeighbourImages = 5_000;

    /// <summary>Scores generated images.</summary>
    /// <param name="images">[N, C, H, W] in [0, 1].</param>
    /// <param name="categories">[N] the category that each was generated from.</param>
    /// <param name="classOf">The class of each category, -1 for none (<see cref="ClusteringMetrics.MatchClasses"/>).</param>
    public SampleScores Measure(float[] images, IReadOnlyList<int> categories, IReadOnlyList<int> classOf)
    {
        var generated = judge.Classify(images);
        var real = judge.Classify(ImageFormat.ToFloats(test.Pixels));
        var others = judge.Classify(ImageFormat.ToFloats(DrawTrainingImages().Pixels));

        var agreement = SampleAgreement.Measure(generated.Classes, categories, classOf);
        var (precision, recall) = PrecisionAndRecall(real.Features, generated.Features);
        var (realPrecision, realRecall) = PrecisionAndRecall(real.Features, others.Features);
        return new()
        {
            Agreement = agreement.Overall,
            LeastCategoryAgreement = agreement.OfCategory.Min() ?? 0,
            Precision = precision,
            Recall = recall,
            FrechetDistance = FrechetDistance.Measure(real.Features, generated.Features, judge.FeatureWidth),
            RealPrecision = realPrecision,
            RealRecall = realRecall,
            RealFrechetDistance = FrechetDistance.Measure(real.Features, others.Features, judge.FeatureWidth),
            LeastSpread = MeasureLeastSpread(generated.Features, categories, real.Features, classOf),
        };
    }

    private ImageSet DrawTrainingImages()
    {
        var indices = Enumerable.Range(0, train.Count).ToArray();
        new Random(seed).Shuffle(indices);
        return train.Select([.. indices.Take(test.Count)]);
    }

    private (double Precision, double Recall) PrecisionAndRecall(float[] real, float[] generated)
    {
        var width = judge.FeatureWidth;
        return SampleQuality.PrecisionAndRecall(First(real), First(generated), width);

        float[] First(float[] features) => features[..Math.Min(features.Length, NeighbourImages * width)];
    }

    private double MeasureLeastSpread(
        float[] generated,
        IReadOnlyList<int> categories,
        float[] real,
        IReadOnlyList<int> classOf
    )
    {
        int[] labels = [.. test.Labels.Select(label => (int)label)];
        var spreads =
            from category in categories.Distinct()
            let @class = category < classOf.Count ? classOf[category] : -1
            where @class >= 0
            select VarianceOf(generated, categories, category) / VarianceOf(real, labels, @class);
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
