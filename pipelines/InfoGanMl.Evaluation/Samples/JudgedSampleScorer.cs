using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Inference;

namespace InfoGanMl.Evaluation.Samples;

/// <summary>How good generated images are in the eyes of a judge, where there is one of the data set.</summary>
internal sealed class JudgedSampleScorer : IScorer
{
    public Question Question => Question.Samples;

    public IReadOnlyList<FigureKind> Kinds { get; } =
    [
        SampleAgreement.Kind,
        SampleAgreement.InWorstCategory,
        SampleQuality.Precision,
        SampleQuality.RealPrecision,
        SampleQuality.Recall,
        SampleQuality.RealRecall,
        KernelDistance.OfSamples,
        KernelDistance.OfRealImages,
        FrechetDistance.OfSamples,
        FrechetDistance.OfRealImages,
        SampleSpread.Least,
    ];

    public void Check(EvaluationContext context) => context.Once(FindJudge);

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        var data = context.Data;
        if (context.Once(FindJudge) is not { } judge)
        {
            context.Begin(
                $"Not judging the generated images: no judge is shipped for {data.Name}, and none was passed."
            );
            return [];
        }

        var (latents, pixels, _) = context.Generated;
        var drawn = SortedImages.Of(context)?.Clustering is { } known
            ? new DrawnCategories(latents.Categories[0], known.ClassOf)
            : null;
        context.Begin("Judging the generated images.");
        return new SampleScorer(judge, data.Train, data.Test, context.Options.Seed).Measure(pixels, drawn);
    }

    private static Judge? FindJudge(EvaluationContext context)
    {
        var options = new InferenceOptions { Device = context.Options.Device };
        return context.Options.JudgeFile is { } file
            ? Judge.Of(context.Data, file, options)
            : Judge.Find(context.Data.Name, options);
    }
}
