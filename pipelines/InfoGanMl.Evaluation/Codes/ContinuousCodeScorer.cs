using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Codes;

/// <summary>What Q recovers of continuous codes, and what they change in generated images.</summary>
internal sealed class ContinuousCodeScorer : IScorer
{
    public Question Question => Question.Codes;

    public IReadOnlyList<FigureKind> Kinds { get; } =
    [
        CodeMetrics.R2,
        CodeMeaning.Overall,
        CodeMeaning.WithinCategory,
        DisentanglementMetrics.MeasuredGap,
        DisentanglementMetrics.MeasuredPredictability,
    ];

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        var (latent, (latents, pixels, recovered)) = (context.Model.Latent, context.Generated);
        var measured = new CodeMeanings(latent, latents, pixels, context.Data.Test.Format);
        var meanings = measured.Measure();
        var disentanglement = measured.MeasureDisentanglement();
        return
        [
            .. latent
                .Continuous.Index()
                .Select(code =>
                    context.Measured(
                        CodeMetrics.R2,
                        CodeMetrics.R2Of(recovered.Means[code.Index], latents.Continuous[code.Index]),
                        code.Item.Name
                    )
                ),
            .. meanings.Select(m => context.Measured(CodeMeaning.Overall, m.Spearman, m.Code, m.Property)),
            .. from m in meanings
            where m.SpearmanWithinCategory is not null
            select context.Measured(
                CodeMeaning.WithinCategory,
                m.SpearmanWithinCategory.GetValueOrDefault(),
                m.Code,
                m.Property
            ),
            .. disentanglement is null
                ? []
                : new[]
                {
                    context.Measured(DisentanglementMetrics.MeasuredGap, disentanglement.MutualInformationGap),
                    context.Measured(
                        DisentanglementMetrics.MeasuredPredictability,
                        disentanglement.SeparatedAttributePredictability
                    ),
                },
        ];
    }
}
