using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Report.Charts;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;
using InfoGanMl.Report.Pictures;

namespace InfoGanMl.Report;

/// <summary>Several runs side by side.</summary>
/// <param name="Title">Head of the page.</param>
/// <param name="Number">The number that stands out.</param>
/// <param name="Sentence">The sentence that it begins.</param>
/// <param name="Figures">The main figures of each run, and over all runs.</param>
/// <param name="Charts">Accuracy, and how alike the runs sort.</param>
/// <param name="PreviewsLead">What the pictures show.</param>
/// <param name="Previews">A picture of each run.</param>
internal sealed record ComparisonSection(
    string Title,
    string Number,
    string Sentence,
    Table Figures,
    IReadOnlyList<Chart> Charts,
    string PreviewsLead,
    IReadOnlyList<Preview> Previews
)
{
    public static ComparisonSection Of(RunComparison comparison)
    {
        var runs = comparison.Runs;
        double[] accuracies = [.. runs.Select(run => AccuracyOf(run)?.Value).OfType<double>()];
        var datasets = string.Join(", ", runs.Select(run => run.Metrics.Dataset).Distinct());
        return new(
            $"{Text.Count(runs.Count, "run")} on {datasets}",
            accuracies.Length > 0 ? Text.Percent(accuracies.Average()) : Text.Count(runs.Count, "run"),
            accuracies.Length > 0
                    ? $"of the test images sorted into the right category, the mean of {Text.Count(accuracies.Length, "run")}; "
                        + $"{Text.Percent(accuracies.Min())} in the worst. No run saw a label."
                : runs.Any(run => run.Metrics.Sorting is not null)
                    ? "side by side. There are no labels to compare their categories with."
                : "side by side. None of them has a categorical code, so they sort nothing.",
            RunFigures.List(runs),
            [.. DrawAccuracies(runs), .. DrawAgreement(comparison)],
            DescribePreviews(runs),
            [
                .. runs.Select(run => new Preview(
                    run.Name,
                    DescribeOrigin(run),
                    PictureEncoder.ToDataUri(run.PreviewPng)
                )),
            ]
        );
    }

    /// <summary>What a run was made from.</summary>
    public static string DescribeOrigin(ComparedRun run) => $"{run.Metrics.Preset}, seed {run.Metrics.Seed}";

    private static IEnumerable<Chart> DrawAccuracies(IReadOnlyList<ComparedRun> runs)
    {
        var rows = runs.Index()
            .Where(run => AccuracyOf(run.Item) is not null)
            .Select(run => ToRow(run.Index + 1, run.Item))
            .ToList();
        if (rows.Count == 0)
        {
            yield break;
        }

        double[] ends =
        [
            .. rows.SelectMany(row =>
                new[] { row.Value, row.Interval?.Low ?? row.Value, row.Interval?.High ?? row.Value }
            ),
        ];
        var chart = new IntervalChart(
            "accuracies",
            "One-to-one accuracy of each run",
            string.Join("; ", rows.Select(row => $"{row.Name}: {row.Text}")),
            Axis.AroundShares("Sorted into the right category", ends),
            rows
        );
        yield return new(
            chart.ToSvg(),
            "One-to-one accuracy of each run with its 95 % interval. The axis does not begin at 0."
        );
    }

    /// <summary>Numbered as in the table: long names, which differ at their ends, are cut.</summary>
    private static IntervalRow ToRow(int number, ComparedRun run)
    {
        var accuracy = AccuracyOf(run)!;
        return new($"{number}. {DescribeOrigin(run)}", accuracy.Value, accuracy.Interval, FigureText.Value(accuracy));
    }

    private static Figure? AccuracyOf(ComparedRun run) => run.Metrics[ClusteringMetrics.Accuracy];

    private static string DescribePreviews(IReadOnlyList<ComparedRun> runs)
    {
        const string Categories = "A row per category, which each run numbers in its own way.";
        const string Codes = "One image a row, in which a continuous code rises from −2 on the left to 2 on the right.";
        return runs.All(run => run.Metrics.Sorting is not null) ? Categories
            : runs.All(run => run.Metrics.Sorting is null) ? Codes
            : $"{Categories} Of runs without a categorical code: {char.ToLowerInvariant(Codes[0])}{Codes[1..]}";
    }

    /// <summary>Nothing where no two runs sort.</summary>
    private static IEnumerable<Chart> DrawAgreement(RunComparison comparison)
    {
        if (comparison.Agreement.All(row => row.All(share => share is null)))
        {
            yield break;
        }

        string[] names = [.. comparison.Runs.Select((_, index) => $"{index + 1}")];
        var chart = new MatrixChart
        {
            Key = "agreement",
            Title = "Share of test images that two runs sort alike",
            Description = string.Join(
                "; ",
                comparison
                    .Agreement.Index()
                    .Select(row =>
                        $"run {row.Index + 1}: {string.Join(", ", row.Item.Select(share => Text.Percent(share)))}"
                    )
            ),
            RowTitle = "run",
            ColumnTitle = "run",
            Columns = names,
            Rows =
            [
                .. comparison.Agreement.Select(
                    (row, y) => new MatrixRow(names[y], [.. row.Select((share, x) => ToCell(y, x, share))])
                ),
            ],
        };
        yield return new(
            chart.ToSvg(),
            "Test images in % that two runs sort alike, their categories matched one to one. Runs are numbered as in the table."
        );
    }

    private static MatrixCell ToCell(int row, int column, double? share) =>
        new(
            Text.Number(100 * share),
            $"runs {row + 1} and {column + 1}: {Text.Percent(share)}",
            Palette.Blue,
            share ?? 0
        )
        {
            IsFramed = row == column,
        };
}

/// <summary>The picture of a run.</summary>
/// <param name="Name">What the run is called.</param>
/// <param name="Origin">What it was made from.</param>
/// <param name="Source">Address of the picture, which holds the picture itself.</param>
internal sealed record Preview(string Name, string Origin, string Source);
