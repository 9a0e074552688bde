using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Report.Charts;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Sections;

/// <summary>How the numbers of categories did that a training chose from.</summary>
internal static class TrialChart
{
    /// <summary>Draws it.</summary>
    /// <param name="trials">The numbers that were tried, from the least on.</param>
    /// <param name="chosen">The number that was taken.</param>
    public static Chart Draw(IReadOnlyList<CategoryTrial> trials, int chosen)
    {
        Series[] series =
        [
            ToSeries("Agreement of starts", trials, trial => trial.Agreement),
            ToSeries("Mutual information of copies, of ln K", trials, trial => trial.InformationShare),
            ToSeries("Silhouette", trials, trial => trial.Silhouette),
        ];
        var points = series.SelectMany(line => line.Points).ToList();
        double[] counts = [.. trials.Select(trial => (double)trial.Categories)];
        var chart = new LineChart
        {
            Key = "trials",
            Title = $"How many categories? {chosen} were chosen",
            Description = string.Join("; ", points.Select(point => point.Title)),
            Plot = new(
                new("Categories, logarithmic", counts[0] / 1.2, counts[^1] * 1.2, count => Text.Count((long)count))
                {
                    IsLogarithmic = true,
                    FixedTicks = counts,
                },
                Axis.Around("Score", points.Select(point => point.Y).Append(0), Text.Compact)
            ),
            Series = series,
        };
        return new(
            chart.ToSvg(),
            $"{chosen} categories were taken, after short head starts of each number, before the training and without labels: how far "
                + "starts that differ in their first weights alone agree, how far copies of an image stay in its category, and how far "
                + "apart categories lie. The product of the three is largest there, with the silhouette, of -1 to 1, counted from 0 to 1."
        );
    }

    private static Series ToSeries(
        string name,
        IEnumerable<CategoryTrial> trials,
        Func<CategoryTrial, double> valueOf
    ) =>
        new(
            name,
            [
                .. trials.Select(trial => new ChartPoint(
                    trial.Categories,
                    valueOf(trial),
                    $"{name}, {trial.Categories} categories: {Text.Number(valueOf(trial))}"
                )),
            ]
        );
}
