using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>How Q uses the categories of the first categorical code.</summary>
internal sealed class UsageScorer : IScorer
{
    public Question Question => Question.Classify;

    public IReadOnlyList<FigureKind> Kinds { get; } =
    [CategoryUsage.MarginalEntropy, CategoryUsage.Consistency, CategoryUsage.SureShare, CategoryUsage.MeanConfidence];

    public IReadOnlyList<Figure> Score(EvaluationContext context) =>
        SortedImages.Of(context) is { } sorted
            ?
            [
                context.Measured(CategoryUsage.MarginalEntropy, sorted.Codes[0].MarginalEntropy) with
                {
                    Most = Math.Log(sorted.Codes[0].Code.Size),
                },
                context.Measured(CategoryUsage.Consistency, sorted.Consistency),
                context.Measured(CategoryUsage.SureShare, sorted.SureShare),
                context.Measured(CategoryUsage.MeanConfidence, sorted.MeanConfidence),
            ]
            : [];
}
