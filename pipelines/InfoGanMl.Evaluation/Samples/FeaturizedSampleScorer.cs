using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Samples;

/// <summary>How far generated photographs are from real ones in the eyes of a network that has seen many others.</summary>
internal sealed class FeaturizedSampleScorer : IScorer
{
    private const int RealImages = 10_000; // all features are in memory

    public Question Question => Question.Samples;

    public IReadOnlyList<FigureKind> Kinds { get; } =
    [FrechetDistance.OfFeaturizedSamples, FrechetDistance.OfFeaturizedRealImages];

    public void Check(EvaluationContext context) => context.Once(Featurizer.Of);

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        if (context.Once(Featurizer.Of) is not { } featurizer)
        {
            return [];
        }

        context.Begin("Comparing generated images with real ones by ML.NET's featurizer.");
        var real = featurizer.Featurize(Some(context.Data.Test, RealImages));
        var others = featurizer.Featurize(Some(context.Data.Train, Math.Min(RealImages, context.Data.Test.Count)));
        var generated = featurizer.Featurize(context.Generated.Pixels);
        return
        [
            context.Measured(
                FrechetDistance.OfFeaturizedSamples,
                FrechetDistance.Measure(real, generated, featurizer.Width)
            ),
            context.Measured(
                FrechetDistance.OfFeaturizedRealImages,
                FrechetDistance.Measure(real, others, featurizer.Width)
            ),
        ];
    }

    /// <summary>At most so many, from all places of the set.</summary>
    private static ImageSet Some(ImageSet images, int most)
    {
        var count = Math.Min(most, images.Count);
        return images.Select([.. Enumerable.Range(0, count).Select(i => (int)((long)i * images.Count / count))]);
    }
}
