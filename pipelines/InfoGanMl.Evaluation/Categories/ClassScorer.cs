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

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        if (SortedImages.Of(context)?.Clustering is not { } clustering)
        {
            return [];
        }

        var test = context.Data.Test;
        if (test.CountLabeled < test.Count)
        {
            context.Note(
                $"{test.CountLabeled} of the {test.Count} test images have a label: figures about classes are of these alone."
            );
        }

        return
        [
            .. clustering.Scores.Select(score => Measured(score.Kind, score.Value) with { Interval = score.Interval }),
            Measured(
                ConfidenceTable.CalibrationError,
                ConfidenceTable.ExpectedCalibrationError(clustering.Calibration)
            ),
        ];

        Figure Measured(FigureKind kind, double value) =>
            context.Measured(kind, value) with
            {
                SampleSize = test.CountLabeled,
            };
    }
}
