using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report;

/// <summary>The main figures of several runs, a row each, and what they come to.</summary>
internal static class RunFigures
{
    private static readonly Column[] Columns =
    [
        .. Scorers.Kinds.Where(kind => kind.Shown.HasFlag(Shown.Comparison)).Select(Column.Of),
        new(
            "Minutes",
            metrics => metrics.Training.Seconds / 60,
            value => Text.Number(value, 1),
            values => values.Max()
        ),
    ];

    public static Table List(IReadOnlyList<ComparedRun> runs)
    {
        Column[] shown = [.. Columns.Where(column => runs.Any(run => column.Find(run.Metrics) is not null))];
        return new(
            "The main figures of each run; R² is that of the code that Q reads worst",
            ["Run", "Preset, seed", .. shown.Select(column => column.Name)],
            [
                .. runs.Index()
                    .Select(run => new TableRow(
                        $"{run.Index + 1}. {run.Item.Name}",
                        [
                            ComparisonSection.DescribeOrigin(run.Item),
                            .. shown.Select(column => column.Format(column.Find(run.Item.Metrics))),
                        ]
                    )),
                Summarize("Mean", (_, values) => values.Average()),
                Summarize("Standard deviation", (_, values) => values.Length > 1 ? Spread.Of(values).Deviation : null),
                Summarize("Worst", (column, values) => column.Worst(values)),
            ]
        );

        double[] ValuesOf(Column column) => [.. runs.Select(run => column.Find(run.Metrics)).OfType<double>()];

        TableRow Summarize(string name, Func<Column, double[], double?> summary) =>
            new(name, ["", .. shown.Select(column => column.Format(summary(column, ValuesOf(column))))], IsOurs: true);
    }

    /// <summary>A figure of a run.</summary>
    private sealed record Column(
        string Name,
        Func<EvaluationMetrics, double?> Find,
        Func<double?, string> Format,
        Func<double[], double?> Worst
    )
    {
        public static Column Of(FigureKind kind) =>
            new(
                kind.Column ?? kind.Title,
                metrics => kind.Summarize(metrics.Figures),
                value => Describe(kind, value),
                values => kind.Worst(values)
            );

        /// <summary>The head of the column tells every unit but percent.</summary>
        private static string Describe(FigureKind kind, double? value) =>
            value is { } number && double.IsFinite(number)
                ? FigureText.Number(kind, number) + (kind.Unit == Unit.Share ? " %" : "")
                : Text.None;
    }
}
