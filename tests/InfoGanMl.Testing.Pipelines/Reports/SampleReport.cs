using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Report;

namespace InfoGanMl.Testing.Pipelines.Reports;

/// <summary>The evaluation of an imagined model, much like that of preset mnist; tests change what they are about.</summary>
public static class SampleReport
{
    private const int Categories = 10;

    /// <summary>The digit that each category holds.</summary>
    public static IReadOnlyList<int> ClassOf { get; } = [0, 7, 2, 6, 1, 8, 3, 9, 4, 5];

    /// <summary>Every part is there.</summary>
    public static EvaluationMetrics Metrics { get; } =
        new()
        {
            Seed = 1,
            Preset = "mnist",
            Dataset = "MNIST",
            Figures = SampleFigures.All,
            TestImages = 10_000,
            CodeEntropy = Math.Log(10),
            CategoricalCodes = [],
            Training = new()
            {
                Steps = 8000,
                Seconds = 478,
                ImagesSeen = 608_000,
                ImagesPerSecond = 1272,
                PeakRssBytes = 1_214_205_952,
                Device = "cpu",
                HeadStartInformation = 2.0556,
                TrainedAt = new(2026, 11, 25, 9, 28, 38, TimeSpan.Zero),
                TrainedWith = "0.1.0+aadbe8a806a8556b39a04aa7294f0d7238dd7269",
            },
            CategoryTrials = [new(5, 0.626, 0.539, 0.557), new(10, 0.686, 0.691, 0.543), new(20, 0.543, 0.421, 0.166)],
            Starts = [new(400, 1.934, 0.972), new(400, 1.712, 0.861), new(400, 1.655, 0.874)],
            Sorting = new(SampleSorting.Categories, SampleSorting.Classes),
            ContinuousCodes = ["slant", "thickness"],
            Factors = null,
            Copies = new(200),
            LabelEfficiency = SampleFigures.LabelEfficiency,
            History =
            [
                .. Enumerable
                    .Range(1, 40)
                    .Select(i => new HistoryPoint(
                        200 * i,
                        [2.29 * (1 - Math.Exp(-i / 3.0))],
                        [0.94 * (1 - Math.Exp(-i / 6.0)), 0.93 * (1 - Math.Exp(-i / 9.0))]
                    )),
            ],
            Published = [.. PublishedResult.All.Where(result => result.Dataset == "mnist")],
            ParityMaxAbsDiff = 4.2e-7,
            EvaluationDataset = "MNIST",
            EvaluationSeed = 1,
            EvaluationGeneratedImages = 10_000,
            EvaluationSeconds = 41.3,
            EvaluationPeakRssBytes = 912_000_000,
            EvaluationDevice = "CPU (4 threads)",
            EvaluatedAt = new(2026, 11, 26, 8, 15, 0, TimeSpan.Zero),
        };

    /// <summary>The same for data without labels.</summary>
    public static EvaluationMetrics Unlabeled { get; } =
        Metrics with
        {
            Sorting = new(SampleSorting.Categories, Classes: null),
            LabelEfficiency = [],
            Published = [],
            Figures = new(SampleFigures.All.Where(figure => !SampleFigures.TakesLabels(figure))),
        };

    /// <summary>The same for a model without continuous codes, whose run folder is gone, and of which little was measured.</summary>
    public static EvaluationMetrics Sparse { get; } =
        Metrics with
        {
            Figures = new(
                SampleFigures.All.Where(figure => !figure.Kind.IsOfCode && !SampleFigures.IsOfSamples(figure))
            ),
            Starts = [],
            ContinuousCodes = [],
            LabelEfficiency = [],
            History = [],
            Published = [],
            ParityMaxAbsDiff = null,
        };

    /// <summary>Its pictures.</summary>
    public static EvaluationPictures Pictures { get; } = SamplePictures.Draw(new(1, 28, 28), ClassOf);

    /// <summary>Three runs.</summary>
    public static RunComparison Comparison(byte[] preview) =>
        new(
            [
                new("seed-1", Metrics, preview),
                new("seed-2", WithAccuracy(2, 0.9863), preview),
                new("seed-3", WithAccuracy(3, 0.9877), preview),
            ],
            [
                [1, 0.9812, 0.9826],
                [0.9812, 1, 0.9807],
                [0.9826, 0.9807, 1],
            ]
        );

    /// <summary>The same where nothing falls into the last category.</summary>
    public static EvaluationMetrics WithEmptyCategory { get; } =
        Metrics with
        {
            Sorting = new(
                SampleSorting.Categories with
                {
                    Sizes = [.. Enumerable.Repeat(1111, Categories - 1), 0],
                },
                SampleSorting.Classes
            ),
        };

    /// <summary>The same with other names of the classes.</summary>
    public static EvaluationMetrics Named(params string[] classes) =>
        Metrics with
        {
            Sorting = new(SampleSorting.Categories, SampleSorting.Classes with { Names = classes }),
        };

    /// <summary>The same with twenty categories, of which ten are matched to classes, and with long names.</summary>
    public static EvaluationMetrics Crowded { get; } =
        Metrics with
        {
            Sorting = new(
                SampleSorting.Categories with
                {
                    Sizes = [.. Enumerable.Range(0, 2 * Categories).Select(i => 50 * i)],
                },
                SampleSorting.Classes with
                {
                    Names =
                    [
                        .. Enumerable
                            .Range(0, 10)
                            .Select(label => $"{string.Concat(Enumerable.Repeat("long ", label))}boot"),
                    ],
                    ClassOf = [.. ClassOf, .. Enumerable.Repeat(-1, Categories)],
                    Confusion = [.. SampleSorting.Classes.Confusion, .. SampleSorting.Classes.Confusion],
                }
            ),
        };

    /// <summary>The same with two more categorical codes, of another size each.</summary>
    public static EvaluationMetrics WithSeveralCodes { get; } =
        Metrics with
        {
            Figures = new([
                .. SampleFigures.All,
                .. FiguresOf("category_1", 10, 2.2878),
                .. FiguresOf("category_2", 3, 0.9),
                .. FiguresOf("category_3", 50, 3.1),
            ]),
            CategoricalCodes =
            [
                new("category_1", 10, Math.Log(10)),
                new("category_2", 3, Math.Log(3)),
                new("category_3", 50, Math.Log(50)),
            ],
            History =
            [
                .. Metrics.History.Select(p => p with { MutualInformation = [p.MutualInformation[0], 0.9, 3.1] }),
            ],
        };

    /// <summary>The same for a model with two continuous codes and no other, which sorts nothing.</summary>
    public static EvaluationMetrics Continuous { get; } =
        Metrics with
        {
            Sorting = null,
            CodeEntropy = null,
            Starts = [],
            LabelEfficiency = [],
            History = [.. Metrics.History.Select(point => point with { MutualInformation = [] })],
            Published = [],
            // What is left without categories: continuous codes, features, samples as such, and copies.
            Figures = new(
                SampleFigures.All.Where(figure =>
                    figure.Kind.Cards is Cards.None or Cards.Features
                    && figure.Kind != CodeMetrics.Information
                    && figure.Kind != CodeMeaning.WithinCategory
                    && figure.Kind != ConfidenceTable.CalibrationError
                )
            ),
        };

    /// <summary>Its pictures.</summary>
    public static EvaluationPictures ContinuousPictures { get; } =
        Pictures with
        {
            Categories = [],
            Traversals = [.. Pictures.Traversals.Select(t => t with { Images = [.. t.Images.Take(5)] })],
        };

    private static Figure[] FiguresOf(string code, int size, double information) =>
        [
            SampleFigures.Of(CodeMetrics.InformationOfCode, information, code) with
            {
                Most = Math.Log(size),
            },
            SampleFigures.Of(CategoryUsage.MarginalEntropyOfCode, 0.9 * Math.Log(size), code),
            SampleFigures.Of(ClusteringMetrics.AccuracyOfCode, 1.0 / size, code),
            SampleFigures.Of(ClusteringMetrics.NmiOfCode, 0.5, code),
        ];

    private static EvaluationMetrics WithAccuracy(int seed, double accuracy) =>
        Metrics with
        {
            Seed = seed,
            Figures = new(
                SampleFigures.All.Select(figure =>
                    figure.Kind == ClusteringMetrics.Accuracy
                        ? figure with
                        {
                            Value = accuracy,
                            Interval = new(accuracy - 0.0023, accuracy + 0.0021),
                        }
                        : figure
                )
            ),
        };
}
