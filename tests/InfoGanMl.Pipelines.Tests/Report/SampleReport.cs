using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Models;
using InfoGanMl.Report;

namespace InfoGanMl.Pipelines.Tests.Report;

/// <summary>The evaluation of an imagined model, much like that of preset mnist; tests change what they are about.</summary>
internal static class SampleReport
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
            Scores = SampleFigures.Scores,
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
            Starts = [new(400, 1.934, 0.972), new(400, 1.712, 0.861), new(400, 1.655, 0.874)],
            Sorting = new(SampleSorting.Categories, SampleSorting.Classes),
            ContinuousCodes = ["slant", "thickness"],
            Disentanglement = new(0.16, 0.4),
            Factors = null,
            Copies = new(200, 5.31, 6.02),
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
            Figures = SampleFigures.All,
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
            Scores = SampleFigures.Scores with
            {
                AccuracyOneToOne = null,
                Purity = null,
                Nmi = null,
                Ari = null,
                DownstreamAccuracy100Labels = null,
                Samples = null,
            },
            LabelEfficiency = [],
            Published = [],
            Figures =
            [
                .. SampleFigures.All.Where(figure =>
                    figure.Name == "l_i" || figure.Name.StartsWith("categories.", StringComparison.Ordinal)
                ),
            ],
        };

    /// <summary>The same for a model without continuous codes, whose run folder is gone, and of which little was measured.</summary>
    public static EvaluationMetrics Sparse { get; } =
        Metrics with
        {
            Scores = SampleFigures.Scores with { ContinuousR2 = [], CodeMeanings = [], Samples = null },
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
            Scores = SampleFigures.Scores with
            {
                CategoricalCodes =
                [
                    CodeOf("category_1", 10, 2.2878),
                    CodeOf("category_2", 3, 0.9),
                    CodeOf("category_3", 50, 3.1),
                ],
            },
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
            Scores = SampleFigures.Scores with
            {
                MutualInformation = null,
                CodeEntropy = null,
                AccuracyOneToOne = null,
                Purity = null,
                Nmi = null,
                Ari = null,
                CodeMeanings =
                [
                    .. SampleFigures.Scores.CodeMeanings.Select(m => m with { SpearmanWithinCategory = null }),
                ],
                Samples = SampleFigures.Scores.Samples! with
                {
                    Agreement = null,
                    LeastCategoryAgreement = null,
                    LeastSpread = null,
                },
            },
            Starts = [],
            LabelEfficiency = [],
            History = [.. Metrics.History.Select(point => point with { MutualInformation = [] })],
            Published = [],
            Figures =
            [
                .. SampleFigures.All.Where(figure => figure.Name.Split('.')[0] is "copies" or "parity_max_abs_diff"),
            ],
        };

    /// <summary>Its pictures.</summary>
    public static EvaluationPictures ContinuousPictures { get; } =
        Pictures with
        {
            Categories = [],
            Traversals = [.. Pictures.Traversals.Select(t => t with { Images = [.. t.Images.Take(5)] })],
        };

    private static CategoricalCodeScore CodeOf(string name, int size, double information) =>
        new()
        {
            Code = name,
            Categories = size,
            MutualInformation = information,
            CodeEntropy = Math.Log(size),
            MarginalEntropy = 0.9 * Math.Log(size),
            AccuracyOneToOne = 1.0 / size,
            Nmi = 0.5,
        };

    private static EvaluationMetrics WithAccuracy(int seed, double accuracy) =>
        Metrics with
        {
            Seed = seed,
            Scores = SampleFigures.Scores with { AccuracyOneToOne = accuracy },
            Figures =
            [
                .. SampleFigures.All.Select(figure =>
                    figure.Name == "accuracy_one_to_one"
                        ? figure with
                        {
                            Value = accuracy,
                            Interval = new(accuracy - 0.0023, accuracy + 0.0021),
                        }
                        : figure
                ),
            ],
        };
}
