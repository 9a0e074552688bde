using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Sorting;

/// <summary>What the categories of labelled images have to do with their classes, by the metrics for clusterings.</summary>
internal sealed class Clustering
{
    private readonly ConfidenceTable _confidences;
    private readonly ContingencyTable _table;

    /// <param name="confidences">All images.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public Clustering(ConfidenceTable confidences, int seed)
    {
        _confidences = confidences;
        _table = confidences.Counts;
        ClassOf = ClusteringMetrics.MatchClasses(_table);
        (string Name, Func<ContingencyTable, double> Of)[] metrics =
        [
            ("accuracy_one_to_one", ClusteringMetrics.AccuracyOneToOne),
            ("purity", ClusteringMetrics.Purity),
            ("nmi", ClusteringMetrics.NormalizedMutualInformation),
            ("ari", ClusteringMetrics.AdjustedRandIndex),
        ];
        (Accuracy, Purity, Nmi, Ari) = (
            metrics[0].Of(_table),
            metrics[1].Of(_table),
            metrics[2].Of(_table),
            metrics[3].Of(_table)
        );
        var intervals = Bootstrap.Measure(_table, [.. metrics.Select(metric => metric.Of)], seed);
        Intervals = metrics
            .Zip(intervals, (metric, interval) => (metric.Name, interval))
            .ToDictionary(pair => pair.Name, pair => pair.interval);
    }

    public IReadOnlyList<int> ClassOf { get; }

    public double Accuracy { get; }

    public double Purity { get; }

    public double Nmi { get; }

    public double Ari { get; }

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
