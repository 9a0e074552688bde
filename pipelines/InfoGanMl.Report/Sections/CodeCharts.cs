using InfoGanMl.Evaluation;
using InfoGanMl.Models.Folder;
using InfoGanMl.Report.Charts;
using InfoGanMl.Report.Elements;

namespace InfoGanMl.Report.Sections;

/// <summary>Charts of what the codes mean and how they were learned.</summary>
internal static class CodeCharts
{
    /// <summary>Nothing where nothing was measured on the images.</summary>
    public static IEnumerable<Chart> DrawMeanings(IReadOnlyList<CodeMeaning> meanings)
    {
        if (meanings.Count == 0)
        {
            yield break;
        }

        var chart = new MatrixChart
        {
            Key = "meanings",
            Title = "Rank correlation of codes with measured properties",
            Description = string.Join("; ", meanings.Select(Describe)),
            RowTitle = "code",
            ColumnTitle = "property of the image",
            Columns = [.. meanings.Select(meaning => meaning.Property).Distinct()],
            Rows = [.. meanings.GroupBy(meaning => meaning.Code).SelectMany(code => ToRows(code.Key, [.. code]))],
        };
        yield return new(
            chart.ToSvg(),
            "Rank correlation (Spearman) of each code with what is measured on generated images, over all of them and as the mean "
                + "within the categories. Blue: both grow together; orange: one shrinks as the other grows."
        );
    }

    /// <summary>Nothing where the training's history is not at hand.</summary>
    public static IEnumerable<Chart> DrawHistory(EvaluationMetrics metrics)
    {
        if (metrics.History.Count == 0)
        {
            yield break;
        }

        var limit = metrics.Scores.CodeEntropy;
        yield return DrawInformation(metrics.History, limit);
        if (metrics.ContinuousCodes.Count > 0)
        {
            yield return DrawR2(metrics.History, metrics.ContinuousCodes);
        }
    }

    private static Chart DrawInformation(IReadOnlyList<HistoryPoint> history, double limit)
    {
        var last = history[^1];
        var chart = new LineChart
        {
            Key = "information",
            Title = "L_I over the training",
            Description =
                $"L_I is {Text.Number(history[0].MutualInformation, 3)} nats at step {Text.Count(history[0].Step)} and "
                + $"{Text.Number(last.MutualInformation, 3)} at step {Text.Count(last.Step)}; H(c) is {Text.Number(limit, 3)}.",
            Plot = new(
                StepsOf(history),
                Axis.Around(
                    "L_I in nats",
                    history.Select(point => point.MutualInformation).Append(0).Append(limit * 1.05),
                    Text.Short
                )
            ),
            Series = [ToSeries("L_I", history, point => point.MutualInformation)],
            Level = (limit, $"H(c) = {Text.Number(limit, 3)}"),
        };
        return new(
            chart.ToSvg(),
            "What Q recovers of the category of generated images, up to H(c), all there is to recover."
        );
    }

    private static Chart DrawR2(IReadOnlyList<HistoryPoint> history, IReadOnlyList<string> codes)
    {
        var chart = new LineChart
        {
            Key = "r2",
            Title = "R² of the continuous codes over the training",
            Description = string.Join(
                "; ",
                codes
                    .Index()
                    .Select(code => $"{code.Item} ends at {Text.Number(history[^1].ContinuousR2[code.Index], 3)}")
            ),
            // A code that has not been learned yet may be far below 0.
            Plot = new(StepsOf(history), new Axis("R²", 0, 1, Text.Short)),
            Series =
            [
                .. codes
                    .Index()
                    .Select(code => ToSeries(code.Item, history, point => Math.Max(0, point.ContinuousR2[code.Index]))),
            ],
        };
        return new(chart.ToSvg(), "How well Q reads each continuous code off generated images; below 0 is drawn as 0.");
    }

    private static Axis StepsOf(IReadOnlyList<HistoryPoint> history) =>
        Axis.Around(
            "Training steps",
            history.Select(point => (double)point.Step).Append(0),
            step => Text.Count((long)step)
        );

    private static Series ToSeries(
        string name,
        IReadOnlyList<HistoryPoint> history,
        Func<HistoryPoint, double> value
    ) =>
        new(
            name,
            [
                .. history.Select(point => new ChartPoint(
                    point.Step,
                    value(point),
                    $"{name} at step {Text.Count(point.Step)}: {Text.Number(value(point), 3)}"
                )),
            ]
        );

    private static MatrixRow[] ToRows(string code, IReadOnlyList<CodeMeaning> meanings) =>
        [
            new($"{code}, overall", [.. meanings.Select(m => ToCell($"{code} and {m.Property}", m.Spearman))]),
            new(
                $"{code}, within",
                [
                    .. meanings.Select(m =>
                        ToCell($"{code} and {m.Property}, within categories", m.SpearmanWithinCategory)
                    ),
                ]
            ),
        ];

    private static MatrixCell ToCell(string title, double correlation) =>
        new(
            Text.Signed(correlation),
            $"{title}: {Text.Signed(correlation)}",
            correlation >= 0 ? Palette.Blue : Palette.Vermilion,
            double.IsFinite(correlation) ? Math.Abs(correlation) : 0
        );

    private static string Describe(CodeMeaning meaning) =>
        $"{meaning.Code} and {meaning.Property}: {Text.Signed(meaning.Spearman)} overall, "
        + $"{Text.Signed(meaning.SpearmanWithinCategory)} within categories";
}
