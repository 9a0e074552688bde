using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
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
    private const int PairedImages = 5_000;

    /// <summary>Scores generated images.</summary>
    /// <param name="images">[N, C, H, W] in [0, 1].</param>
    /// <param name="drawn">What the images were meant to show; null for a model without categories, or where no class is known.</param>
    public FigureSet Measure(float[] images, DrawnCategories? drawn)
    {
        var generated = judge.Classify(images);
        var tested = Draw(test, RealImages);
        var real = judge.Classify(ImageFormat.ToFloats(tested.Pixels));
        var others = judge.Classify(ImageFormat.ToFloats(Draw(train, tested.Count).Pixels));

        var agreement = drawn is null
            ? null
            : SampleAgreement.Measure(generated.Classes, drawn.Categories, drawn.ClassOf);
        return new([
            .. agreement is null ? [] : Describe(agreement, generated.Classes.Count),
            .. Compare(generated.Features, real.Features, others.Features),
            .. drawn is null ? (IEnumerable<Figure>)[] : [MeasureSpread(generated, real, tested.Labels, drawn)],
        ]);
    }

    private IEnumerable<Figure> Describe(SampleAgreement agreement, int images) =>
        [
            Figure(SampleAgreement.Kind, agreement.Overall, images),
            Figure(SampleAgreement.InWorstCategory, agreement.OfCategory.Min() ?? 0, images),
        ];

    private IEnumerable<Figure> Compare(float[] generated, float[] real, float[] others)
    {
        var width = judge.FeatureWidth;
        var (images, pairs) = (generated.Length / width, ForPairs(generated, real));
        var (precision, recall) = PrecisionAndRecall(real, generated);
        var (realPrecision, realRecall) = PrecisionAndRecall(real, others);
        return
        [
            Figure(SampleQuality.Precision, precision, pairs),
            Figure(SampleQuality.RealPrecision, realPrecision, pairs),
            Figure(SampleQuality.Recall, recall, pairs),
            Figure(SampleQuality.RealRecall, realRecall, pairs),
            Figure(KernelDistance.OfSamples, KernelDistance.Measure(real, generated, width), images),
            Figure(KernelDistance.OfRealImages, KernelDistance.Measure(real, others, width), images),
            Figure(FrechetDistance.OfSamples, FrechetDistance.Measure(real, generated, width), images),
            Figure(FrechetDistance.OfRealImages, FrechetDistance.Measure(real, others, width), images),
        ];
    }

    private Figure MeasureSpread(Judgement generated, Judgement real, int[] labels, DrawnCategories drawn) =>
        Figure(
            SampleSpread.Least,
            SampleSpread.MeasureLeast(
                (generated.Features, drawn.Categories),
                (real.Features, labels),
                drawn.ClassOf,
                judge.FeatureWidth
            ),
            generated.Classes.Count
        );

    private Figure Figure(FigureKind kind, double value, int images) => new(kind, value, images) { Seed = seed };

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

    /// <summary>As many images of either kind as are looked at for neighbors.</summary>
    private int ForPairs(float[] features, float[] others) =>
        Math.Min(PairedImages, Math.Min(features.Length, others.Length) / judge.FeatureWidth);
}

/// <summary>What generated images were meant to show.</summary>
/// <param name="Categories">[N] the category that each was generated from.</param>
/// <param name="ClassOf">The class of each category, -1 for none (<see cref="ClusteringMetrics.MatchClasses"/>).</param>
public sealed record DrawnCategories(IReadOnlyList<int> Categories, IReadOnlyList<int> ClassOf);
