using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Report.Charts;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Sections;

/// <summary>"What are the features worth?"</summary>
/// <param name="Errors">Errors against labels; null where they were not measured.</param>
/// <param name="Table">The same as numbers; null where they were not measured.</param>
/// <param name="Cards">What is always measured where there are labels; empty without.</param>
/// <param name="Notes">What could not be measured, and why.</param>
internal sealed record FeaturesSection(
    Chart? Errors,
    Table? Table,
    IReadOnlyList<FigureCard> Cards,
    IReadOnlyList<string> Notes
)
{
    public static FeaturesSection Of(EvaluationMetrics metrics)
    {
        var scores = metrics.LabelEfficiency;
        var cards = FigureCard.FindAll(metrics, Evaluation.Figures.Cards.Features);
        return scores.Count == 0
            ? new(null, null, cards, metrics.Notes)
            : new(Draw(scores), List(scores), cards, metrics.Notes);
    }

    private static Chart Draw(IReadOnlyList<LabelEfficiencyScore> scores)
    {
        double[] labels = [.. scores.Select(score => (double)score.Labels).Distinct().Order()];
        var chart = new LineChart
        {
            Key = "labels",
            Title = "Error against number of labels",
            Description = string.Join("; ", scores.Select(Describe)),
            Plot = new(
                // A single number of labels stands in the middle.
                new("Labeled images, logarithmic", labels[0] / 1.5, labels[^1] * 1.5, count => Text.Count((long)count))
                {
                    IsLogarithmic = true,
                    FixedTicks = labels,
                },
                Axis.AroundShares("Test images classified wrong", scores.SelectMany(score => score.Errors).Append(0))
            ),
            Series =
            [
                .. scores.GroupBy(score => score.Classifier).Select(group => new Series(group.Key, ToPoints(group))),
            ],
        };
        return new(
            chart.ToSvg(),
            "Mean over draws of the labeled images; the pale bars go from the best draw to the worst."
        );
    }

    private static ChartPoint[] ToPoints(IEnumerable<LabelEfficiencyScore> scores) =>
        [
            .. scores
                .OrderBy(score => score.Labels)
                .Select(score => new ChartPoint(
                    score.Labels,
                    score.Errors.Average(),
                    Describe(score),
                    new(score.Errors.Min(), score.Errors.Max())
                )),
        ];

    private static Table List(IReadOnlyList<LabelEfficiencyScore> scores)
    {
        int[] labels = [.. scores.Select(score => score.Labels).Distinct().Order()];
        return new(
            "Test images classified wrong: mean over the draws, in brackets the best and the worst",
            ["Classifier", .. labels.Select(count => Text.Count(count, "label"))],
            [
                .. scores
                    .GroupBy(score => score.Classifier)
                    .Select(group => new TableRow(
                        group.Key,
                        [
                            .. labels.Select(count =>
                                group.FirstOrDefault(s => s.Labels == count) is { } s ? Spread(s) : Text.None
                            ),
                        ]
                    )),
            ]
        )
        {
            IsStacked = true,
        };
    }

    private static string Describe(LabelEfficiencyScore score) =>
        $"{score.Classifier}, {Text.Count(score.Labels, "label")}: {Spread(score)}";

    private static string Spread(LabelEfficiencyScore score) =>
        $"{Text.Percent(score.Errors.Average())} ({Text.Number(100 * score.Errors.Min())} to {Text.Number(100 * score.Errors.Max())})";
}
