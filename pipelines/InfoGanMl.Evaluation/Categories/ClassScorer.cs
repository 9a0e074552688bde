using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>What Q's categories have to do with the classes that labels name.</summary>
internal sealed class ClassScorer : IScorer
{
    public Question Question => Question.Classify;

    public IReadOnlyList<FigureKind> Kinds { get; } =
    [
        ClusteringMetrics.Accuracy,
        ClusteringMetrics.Purity,
        ClusteringMetrics.Nmi,
        ClusteringMetrics.Ari,
        ConfidenceTable.CalibrationError,
    ];

    public IReadOnlyList<Figure> Score(EvaluationContext context) =>
        SortedImages.Of(context)?.Clustering is { } clustering
            ?
            [
                .. clustering.Scores.Select(score =>
                    context.Measured(score.Kind, score.Value) with
                    {
                        Interval = score.Interval,
                    }
                ),
                context.Measured(
                    ConfidenceTable.CalibrationError,
                    ConfidenceTable.ExpectedCalibrationError(clustering.Calibration)
                ),
            ]
            : [];
}
