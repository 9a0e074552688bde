using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.KnownFactors;

/// <summary>Whether codes stand for the factors that images are drawn from, where these are known.</summary>
internal sealed class KnownFactorScorer : IScorer
{
    public Question Question => Question.Codes;

    public IReadOnlyList<FigureKind> Kinds { get; } =
    [
        DisentanglementMetrics.KnownGap,
        SupportVectorPredictability.Kind,
        FactorVaeScore.Kind,
        DciScores.OfCodes,
        DciScores.OfFactors,
        DciScores.OfImages,
        DisentanglementMetrics.KnownModularity,
        Explicitness.Kind,
    ];

    /// <summary>Scores the codes, once; null where no factors are known, or where there are no two codes to choose from.</summary>
    public static FactorScores? Measure(EvaluationContext context) => context.Once(MeasureOnce);

    public IReadOnlyList<Figure> Score(EvaluationContext context) =>
        Measure(context)?.Figures ?? (IReadOnlyList<Figure>)[];

    private static FactorScores? MeasureOnce(EvaluationContext context)
    {
        var latent = context.Model.Latent;
        return context.Data.Sprites is { } sprites && latent.Categorical.Count + latent.Continuous.Count >= 2
            ? FactorScorer
                .Of(context.Recognizer, sprites, context.Options.Factors)
                .Measure(context.Progress, context.Cancellation)
            : null;
    }
}
