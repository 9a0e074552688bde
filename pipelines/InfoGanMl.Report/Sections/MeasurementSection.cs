using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Sections;

/// <summary>"How was it measured?"</summary>
/// <param name="Figures">Every figure.</param>
/// <param name="Training">How the training went.</param>
/// <param name="Evaluation">How the evaluation went.</param>
/// <param name="Starts">What the training chose from; null where it had one start.</param>
/// <param name="Command">The command that makes this report again.</param>
internal sealed record MeasurementSection(
    Table Figures,
    IReadOnlyList<Fact> Training,
    IReadOnlyList<Fact> Evaluation,
    Table? Starts,
    string Command
)
{
    public static MeasurementSection Of(EvaluationMetrics metrics) =>
        new(
            ListFigures(metrics.Figures),
            DescribeTraining(metrics),
            DescribeEvaluation(metrics),
            metrics.Starts.Count == 0 ? null : ListStarts(metrics.Starts),
            "dotnet cake --target=Evaluate --model=DIR"
                + (metrics.LabelEfficiency.Count > 0 ? " --label-efficiency" : "")
        );

    private static Table ListFigures(IReadOnlyList<Figure> figures) =>
        new(
            "Every figure of this evaluation",
            ["Figure", "Value", "95 % interval", "Images", "Seed", "Source"],
            [
                .. figures.Select(figure => new TableRow(
                    figure.Title,
                    [
                        FigureText.Value(figure.Kind, figure.Value),
                        FigureText.Range(figure) ?? Text.None,
                        Text.Count(figure.SampleSize),
                        figure.Seed is { } seed ? $"{seed}" : Text.None,
                        figure.Paper ?? Text.None,
                    ]
                )),
            ]
        )
        {
            IsOfWords = true,
        };

    private static Fact[] DescribeTraining(EvaluationMetrics metrics)
    {
        var training = metrics.Training;
        return
        [
            new("Steps", Text.Count(training.Steps)),
            new("Time", Text.Duration(training.Seconds)),
            new("Images", $"{Text.Count(training.ImagesSeen)}, {Text.Count((long)training.ImagesPerSecond)} a second"),
            new("Peak memory", Text.Bytes(training.PeakRssBytes)),
            new("Device", training.Device),
            .. training.HeadStartInformation is { } information
                ? [new Fact("Head start", $"{Text.Number(information, 3)} nats of mutual information of real pairs")]
                : (Fact[])[],
            new("Made with", training.TrainedWith ?? Text.None),
        ];
    }

    private static Fact[] DescribeEvaluation(EvaluationMetrics metrics) =>
        [
            new("Test images", $"{Text.Count(metrics.TestImages)} of {metrics.EvaluationDataset}"),
            new("Generated images", Text.Count(metrics.EvaluationGeneratedImages)),
            new("Seed", $"{metrics.EvaluationSeed}"),
            new("Time", Text.Duration(metrics.EvaluationSeconds)),
            new("Peak memory", Text.Bytes(metrics.EvaluationPeakRssBytes)),
            new("Device", metrics.EvaluationDevice),
            new(
                "Parity",
                metrics.ParityMaxAbsDiff is { } difference
                    ? $"ONNX Runtime is within {Text.Compact(difference)} of TorchSharp"
                    : "not measured: no reference tensors were at hand"
            ),
            new("Date", Text.Minute(metrics.EvaluatedAt)),
        ];

    private static Table ListStarts(IReadOnlyList<StartScore> starts) =>
        new(
            "Starts that the training chose from by mutual information, without labels; it did not know their accuracy",
            ["Start", "Steps", "Mutual information in nats", "One-to-one accuracy"],
            [
                .. starts
                    .Index()
                    .Select(start => new TableRow(
                        $"{start.Index + 1}",
                        [
                            Text.Count(start.Item.Steps),
                            Text.Number(start.Item.Information, 3),
                            Text.Percent(start.Item.AccuracyOneToOne),
                        ]
                    )),
            ]
        );
}
