using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Report.Elements;

namespace InfoGanMl.Report;

/// <summary>The main figures of several runs, a row each, and what they come to.</summary>
internal static class RunFigures
{
    private static readonly Column[] Columns =
    [
        new("Accuracy", metrics => metrics.Scores.AccuracyOneToOne, value => Text.Percent(value)),
        new("NMI", metrics => metrics.Scores.Nmi, value => Text.Number(value, 4)),
        new("Consistency", metrics => metrics.Sorting?.Categories.Consistency, value => Text.Percent(value)),
        new("L_I in nats", metrics => metrics.Scores.MutualInformation, value => Text.Number(value, 3)),
        new("R², least", metrics => Least(metrics.Scores.ContinuousR2), value => Text.Number(value, 3)),
        new("Samples agree", metrics => metrics.Scores.Samples?.Agreement, value => Text.Percent(value)),
        new(
            "Fréchet",
            metrics => metrics.Scores.Samples?.FrechetDistance,
            value => Text.Number(value),
            LowerIsBetter: true
        ),
        new("Minutes", metrics => metrics.Training.Seconds / 60, value => Text.Number(value, 1), LowerIsBetter: true),
    ];

    public static Table List(IReadOnlyList<ComparedRun> runs)
    {
        Column[] shown = [.. Columns.Where(column => runs.Any(run => column.Of(run.Metrics) is not null))];
        return new(
            "The main figures of each run; R² is that of the code that Q reads worst",
            ["Run", "Preset, seed", .. shown.Select(column => column.Name)],
            [
                .. runs.Index()
                    .Select(run => new TableRow(
                        $"{run.Index + 1}. {run.Item.Name}",
                        [
                            ComparisonSection.DescribeOrigin(run.Item),
                            .. shown.Select(column => column.Format(column.Of(run.Item.Metrics))),
                        ]
                    )),
                Summarize("Mean", values => values.Average()),
                Summarize("Standard deviation", values => values.Length > 1 ? Spread.Of(values).Deviation : null),
                new TableRow(
                    "Worst",
                    ["", .. shown.Select(column => column.Format(column.Worst(ValuesOf(column))))],
                    IsOurs: true
                ),
            ]
        );

        double[] ValuesOf(Column column) => [.. runs.Select(run => column.Of(run.Metrics)).OfType<double>()];

        TableRow Summarize(string name, Func<double[], double?> summary) =>
            new(name, ["", .. shown.Select(column => column.Format(summary(ValuesOf(column))))], IsOurs: true);
    }

    private static double? Least(IReadOnlyList<double> values) => values.Count == 0 ? null : values.Min();

    /// <summary>A figure of a run.</summary>
    private sealed record Column(
        string Name,
        Func<EvaluationMetrics, double?> Of,
        Func<double?, string> Format,
        bool LowerIsBetter = false
    )
    {
        public double Worst(double[] values) => LowerIsBetter ? values.Max() : values.Min();
    }
}
