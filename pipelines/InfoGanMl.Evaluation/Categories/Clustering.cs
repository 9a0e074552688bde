using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>What the categories of labeled images have to do with their classes, by the metrics for clusterings.</summary>
internal sealed class Clustering
{
    /// <summary>The metrics that have intervals, by the name of the figure in the metrics file.</summary>
    private static readonly (string Name, Func<ContingencyTable, double> Of)[] Metrics =
    [
        ("accuracy_one_to_one", ClusteringMetrics.AccuracyOneToOne),
        ("purity", ClusteringMetrics.Purity),
        ("nmi", ClusteringMetrics.NormalizedMutualInformation),
        ("ari", ClusteringMetrics.AdjustedRandIndex),
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
        var intervals = Bootstrap.Measure(_table, [.. Metrics.Select(metric => metric.Of)], seed);
        Intervals = Metrics
            .Zip(intervals, (metric, interval) => (metric.Name, interval))
            .ToDictionary(pair => pair.Name, pair => pair.interval);
    }

    public IReadOnlyList<int> ClassOf { get; }

    public double Accuracy => ClusteringMetrics.AccuracyOneToOne(_table);

    public double Purity => ClusteringMetrics.Purity(_table);

    public double Nmi => ClusteringMetrics.NormalizedMutualInformation(_table);

    public double Ari => ClusteringMetrics.AdjustedRandIndex(_table);

    /// <summary>By the name of the figure in the metrics file.</summary>
    public IReadOnlyDictionary<string, Interval> Intervals { get; }

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
        var calibration = _confidences.Calibrate(ClassOf);
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
            Calibration = calibration,
            ExpectedCalibrationError = ConfidenceTable.ExpectedCalibrationError(calibration),
            Coverage = _confidences.Coverage(ClassOf),
        };
    }
}
