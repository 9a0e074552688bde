using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Samples;

/// <summary>Whether G copies what it was trained on.</summary>
internal sealed class NearestScorer : IScorer
{
    public Question Question => Question.Samples;

    public IReadOnlyList<FigureKind> Kinds { get; } = [CopyScorer.GeneratedDistance, CopyScorer.RealDistance];

    /// <summary>Compares images, once.</summary>
    public static FoundCopies Measure(EvaluationContext context) =>
        context.Once(context =>
        {
            var generated = context.Generated.Pixels;
            context.Begin("Looking for the training images nearest to generated ones.");
            return new CopyScorer(context.Data, context.Options.Seed).Measure(generated);
        });

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        var found = Measure(context);
        return
        [
            context.Measured(CopyScorer.GeneratedDistance, found.GeneratedDistance) with
            {
                SampleSize = found.Scores.Images,
            },
            context.Measured(CopyScorer.RealDistance, found.RealDistance) with
            {
                SampleSize = found.Scores.Images,
            },
        ];
    }
}
