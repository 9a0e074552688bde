using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Report.Charts;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Sections;

/// <summary>Charts of what the codes mean and how they were learned.</summary>
internal static class CodeCharts
{
    /// <summary>Lines that can be told apart.</summary>
    private const int MostSeries = 6;

    /// <summary>Nothing where nothing was measured on the images.</summary>
    public static IEnumerable<Chart> DrawMeanings(IReadOnlyList<CodeMeaning> meanings, bool isColor)
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
            "Rank correlation (Spearman) of each code with what is measured on generated images"
                + (isColor ? " by their luminance (0.2126 R + 0.7152 G + 0.0722 B)" : "")
                + (
                    meanings[0].SpearmanWithinCategory is null
                        ? ""
                        : ", over all of them and as the mean within the categories"
                )
                + ". Blue: both grow together; orange: one shrinks as the other grows."
        );
    }

    /// <summary>Nothing where the training's history is not at hand.</summary>
    public static IEnumerable<Chart> DrawHistory(EvaluationMetrics metrics)
    {
        if (metrics.History.Count == 0)
        {
            yield break;
        }

        if (metrics.CodeEntropy is { } limit)
        {
            yield return DrawInformation(metrics, limit);
        }

        if (metrics.ContinuousCodes.Count > 0)
        {
            yield return DrawR2(metrics.History, metrics.ContinuousCodes);
        }
    }

    private static Chart DrawInformation(EvaluationMetrics metrics, double limit)
    {
        var (history, codes) = (metrics.History, metrics.CategoricalCodes);
        string[] names = codes.Count == 0 ? ["L_I"] : [.. codes.Take(MostSeries).Select(code => code.Code)];
        var first = names.Length == 1 ? "L_I" : $"L_I of {names[0]}";
        var chart = new LineChart
        {
            Key = "information",
            Title = "L_I over the training",
            Description =
                $"{first} is {Text.Number(history[0].MutualInformation[0], 3)} nats at step {Text.Count(history[0].Step)} and "
                + $"{Text.Number(history[^1].MutualInformation[0], 3)} at step {Text.Count(history[^1].Step)}; H(c) is "
                + $"{Text.Number(limit, 3)}.",
            Plot = new(
                StepsOf(history),
                Axis.Around(
                    "L_I in nats",
                    history
                        .SelectMany(point => point.MutualInformation.Take(names.Length))
                        .Append(0)
                        .Append(limit * 1.05),
                    Text.Compact
                )
            ),
            Series =
            [
                .. names
                    .Index()
                    .Select(name => ToSeries(name.Item, history, point => point.MutualInformation[name.Index])),
            ],
            Level = (limit, $"H(c) = {Text.Number(limit, 3)}"),
        };
        var drawn = codes.Count > names.Length ? $" Of {codes.Count} codes the first {names.Length} are drawn." : "";
        return new(
            chart.ToSvg(),
            "What Q recovers of the category of generated images, up to H(c), all there is to recover." + drawn
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
            Plot = new(StepsOf(history), new Axis("R²", 0, 1, Text.Compact)),
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

    private static IEnumerable<MatrixRow> ToRows(string code, IReadOnlyList<CodeMeaning> meanings)
    {
        MatrixCell[] overall = [.. meanings.Select(m => ToCell($"{code} and {m.Property}", m.Spearman))];
        MatrixCell[] within =
        [
            .. from meaning in meanings
            let correlation = meaning.SpearmanWithinCategory
            where correlation is not null
            select ToCell($"{code} and {meaning.Property}, within categories", correlation.GetValueOrDefault()),
        ];
        return within.Length == 0
            ? [new(code, overall)]
            : [new($"{code}, overall", overall), new($"{code}, within", within)];
    }

    private static MatrixCell ToCell(string title, double correlation) =>
        new(
            Text.Signed(correlation),
            $"{title}: {Text.Signed(correlation)}",
            correlation >= 0 ? Palette.Blue : Palette.Vermilion,
            double.IsFinite(correlation) ? Math.Abs(correlation) : 0
        );

    private static string Describe(CodeMeaning meaning) =>
        $"{meaning.Code} and {meaning.Property}: {Text.Signed(meaning.Spearman)} overall"
        + (meaning.SpearmanWithinCategory is { } within ? $", {Text.Signed(within)} within categories" : "");
}
