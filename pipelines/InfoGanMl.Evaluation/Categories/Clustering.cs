using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>What the categories of labeled images have to do with their classes, by the metrics for clusterings.</summary>
internal sealed class Clustering
{
    /// <summary>The metrics that have intervals.</summary>
    private static readonly (FigureKind Kind, Func<ContingencyTable, double> Of)[] Metrics =
    [
        (ClusteringMetrics.Accuracy, ClusteringMetrics.AccuracyOneToOne),
        (ClusteringMetrics.Purity, ClusteringMetrics.PurityOf),
        (ClusteringMetrics.Nmi, ClusteringMetrics.NormalizedMutualInformation),
        (ClusteringMetrics.Ari, ClusteringMetrics.AdjustedRandIndex),
    ];

    private readonly ConfidenceTable _confidences;
    private readonly ContingencyTable _table;

    /// <param name="confidences">All images.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public Clustering(ConfidenceTable confidences, int seed)
    {
        _confidences = confidences;
        _table = confidences.Counts;
        ClassOf = ClusteringMetrics.MatchClasses(_table);
        var resamples = Bootstrap.ResamplesFor(_table);
        var intervals = Bootstrap.Measure(_table, [.. Metrics.Select(metric => metric.Of)], seed, resamples);
        Scores = [.. Metrics.Zip(intervals, (metric, interval) => (metric.Kind, metric.Of(_table), interval))];
        Calibration = confidences.Calibrate(ClassOf);
    }

    public IReadOnlyList<int> ClassOf { get; }

    /// <summary>Each metric with its interval.</summary>
    public IReadOnlyList<(FigureKind Kind, double Value, Interval Interval)> Scores { get; }

    /// <summary>Steps of confidence.</summary>
    public IReadOnlyList<CalibrationBin> Calibration { get; }

    /// <summary>The classes that have a name or an image; a label that nothing bears is no class.</summary>
    /// <param name="data">Knows what classes are called.</param>
    public ClassScores Describe(ImageDataset data)
    {
        int[] labels =
        [
            .. Enumerable
                .Range(0, _table.ClassSizes.Count)
                .Where(label => _table.ClassSizes[label] > 0 || label < data.ClassNames?.Count),
        ];
        var ofClass = ClusteringMetrics.PrecisionAndRecall(_table, ClassOf);
        return new()
        {
            Names = [.. labels.Select(data.NameOf)],
            ClassOf = [.. ClassOf.Select(label => Array.IndexOf(labels, label))],
            Confusion =
            [
                .. _table.CategorySizes.Select((_, category) => (int[])[.. labels.Select(l => _table[category, l])]),
            ],
            OfClass = [.. labels.Select(label => ofClass[label])],
            Calibration = Calibration,
            Coverage = _confidences.Coverage(ClassOf),
        };
    }
}
