using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Samples;

namespace InfoGanMl.Testing.Pipelines.Reports;

/// <summary>Figures of the model of <see cref="SampleReport"/>.</summary>
public static class SampleFigures
{
    public static FigureSet All { get; } =
        new([
            Of(ClusteringMetrics.Accuracy, 0.9874) with
            {
                Interval = new(0.9851, 0.9895),
            },
            Of(ClusteringMetrics.Purity, 0.9874) with
            {
                Interval = new(0.9851, 0.9895),
            },
            Of(ClusteringMetrics.Nmi, 0.9642) with
            {
                Interval = new(0.9588, 0.9697),
            },
            Of(ClusteringMetrics.Ari, 0.9723) with
            {
                Interval = new(0.9674, 0.9769),
            },
            Of(ConfidenceTable.CalibrationError, 0.0041),
            Of(CategoryUsage.MarginalEntropy, 2.3009) with
            {
                Most = Math.Log(10),
            },
            Of(CategoryUsage.Consistency, 0.9844),
            Of(CategoryUsage.SureShare, 0.9635),
            Of(CategoryUsage.MeanConfidence, 0.986),
            Of(CodeMetrics.Information, 2.2878) with
            {
                Most = Math.Log(10),
            },
            Of(CodeMetrics.R2, 0.9369, "slant"),
            Of(CodeMetrics.R2, 0.9298, "thickness"),
            .. Meaning("slant", "slant", 0.8891, 0.9379),
            .. Meaning("slant", "thickness", -0.0485, -0.0541),
            .. Meaning("slant", "width", -0.0543, -0.0467),
            .. Meaning("slant", "height", 0.0312, 0.0108),
            .. Meaning("slant", "ink", -0.0115, 0.007),
            .. Meaning("thickness", "slant", 0.0218, 0.0222),
            .. Meaning("thickness", "thickness", 0.8804, 0.9059),
            .. Meaning("thickness", "width", 0.2367, 0.3843),
            .. Meaning("thickness", "height", -0.1571, -0.2206),
            .. Meaning("thickness", "ink", 0.6992, 0.8924),
            Of(DownstreamClassifier.AccuracyOf100Labels, 0.9874),
            Of(SampleAgreement.Kind, 0.9903) with
            {
                Interval = new(0.9883, 0.9921),
            },
            Of(SampleAgreement.InWorstCategory, 0.9761),
            Of(SampleQuality.Precision, 0.827),
            Of(SampleQuality.RealPrecision, 0.8376),
            Of(SampleQuality.Recall, 0.7284),
            Of(SampleQuality.RealRecall, 0.8568),
            Of(KernelDistance.OfSamples, 0.0121),
            Of(KernelDistance.OfRealImages, 0.0002),
            Of(FrechetDistance.OfSamples, 0.5144),
            Of(FrechetDistance.OfRealImages, 0.2228),
            Of(SampleSpread.Least, 0.7352),
            Of(CopyScorer.GeneratedDistance, 5.31),
            Of(CopyScorer.RealDistance, 6.02),
        ]);

    /// <summary>Those of other kinds.</summary>
    public static FigureSet Without(params FigureKind[] kinds) =>
        new(All.Where(figure => !kinds.Contains(figure.Kind)));

    /// <summary>Those that the labels or a judge tell.</summary>
    public static bool TakesLabels(Figure figure) =>
        figure.Kind.Cards is Cards.Labels or Cards.Features
        || figure.Kind == ConfidenceTable.CalibrationError
        || IsOfSamples(figure);

    /// <summary>Those that a judge tells.</summary>
    public static bool IsOfSamples(Figure figure) => figure.Name.StartsWith("samples.", StringComparison.Ordinal);

    /// <summary>A figure of 10,000 images.</summary>
    public static Figure Of(FigureKind kind, double value, params string[] code) =>
        new(kind, value, 10_000) { Parameters = code, Seed = 1 };

    private static Figure[] Meaning(string code, string property, double overall, double within) =>
        [Of(CodeMeaning.Overall, overall, code, property), Of(CodeMeaning.WithinCategory, within, code, property)];

    public static IReadOnlyList<LabelEfficiencyScore> LabelEfficiency { get; } =
    [
        new("categories, named", 10, [0.0126, 0.0126, 0.0126]),
        new("categories, named", 100, [0.0126, 0.0126, 0.0126]),
        new("categories, named", 1000, [0.0126, 0.0126, 0.0126]),
        new("Q's outputs", 10, [0.0411, 0.0144, 0.1407]),
        new("Q's outputs", 100, [0.0127, 0.0125, 0.0131]),
        new("Q's outputs", 1000, [0.0122, 0.0119, 0.0125]),
        new("140 principal components", 10, [0.5681, 0.5413, 0.5967]),
        new("140 principal components", 100, [0.2435, 0.2306, 0.2596]),
        new("140 principal components", 1000, [0.1279, 0.1231, 0.1327]),
        new("pixels", 10, [0.5686, 0.5402, 0.595]),
        new("pixels", 100, [0.2433, 0.2298, 0.2612]),
        new("pixels", 1000, [0.1254, 0.1219, 0.1289]),
    ];
}
