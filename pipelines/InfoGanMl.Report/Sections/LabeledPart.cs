using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Sections;

/// <summary>What labels show of how Q classifies.</summary>
/// <param name="Cards">The main figures.</param>
/// <param name="Confusion">Categories against classes.</param>
/// <param name="Notes">What to keep in mind when reading it.</param>
/// <param name="OfClass">How each class is found.</param>
/// <param name="Confidence">How far Q's confidence can be trusted.</param>
/// <param name="Published">What others reached; null where nothing is known.</param>
internal sealed record LabeledPart(
    IReadOnlyList<FigureCard> Cards,
    Chart Confusion,
    IReadOnlyList<string> Notes,
    Table OfClass,
    IReadOnlyList<Chart> Confidence,
    Table? Published
)
{
    public static LabeledPart Of(
        EvaluationMetrics metrics,
        CategoryScores categories,
        ClassScores classes,
        CategoryLabels names
    ) =>
        new(
            FigureCard.FindAll(metrics, Evaluation.Figures.Cards.Labels),
            ClassCharts.DrawConfusion(classes, names),
            [.. FindNotes(categories, classes, names)],
            ListClasses(classes),
            [
                ClassCharts.DrawCalibration(classes, metrics[ConfidenceTable.CalibrationError]),
                ClassCharts.DrawCoverage(classes),
            ],
            ComparePublished(metrics)
        );

    private static IEnumerable<string> FindNotes(CategoryScores categories, ClassScores classes, CategoryLabels names)
    {
        var (count, labels) = (categories.Sizes.Count, classes.Names.Count);
        if (count < labels)
        {
            yield return $"There are {labels} classes and only {count} categories: images of the classes without a category"
                + $" ({Join(names.Classes.Skip(count).Select(names.OfClass))}) count as wrong.";
        }

        if (count > labels)
        {
            yield return $"There are {count} categories for {labels} classes: matched one to one, {count - labels} categories"
                + " have no class, and their images count as wrong. Purity lets categories share a class.";
        }

        int[] empty = [.. Enumerable.Range(0, count).Where(category => categories.Sizes[category] == 0)];
        if (empty.Length > 0)
        {
            yield return $"Nothing falls into {(empty.Length == 1 ? "category" : "the categories")} {Join(empty.Select(c => $"{c}"))}.";
        }

        string[] absent =
        [
            .. classes.OfClass.Index().Where(c => c.Item.Images == 0).Select(c => names.OfClass(c.Index)),
        ];
        if (absent.Length > 0)
        {
            yield return $"There are no test images of {Join(absent)}.";
        }
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);

    private static Table ListClasses(ClassScores classes) =>
        new(
            "How each class is found",
            ["Class", "Images", "Precision", "Recall"],
            [
                .. classes.Names.Zip(
                    classes.OfClass,
                    (name, score) =>
                        new TableRow(
                            name,
                            [Text.Count(score.Images), Text.Percent(score.Precision), Text.Percent(score.Recall)]
                        )
                ),
            ]
        );

    private static Table? ComparePublished(EvaluationMetrics metrics) =>
        metrics.Published.Count == 0
            ? null
            : new(
                "Classification without labels, as published for the same data",
                ["Method", "Accuracy in %", "Protocol"],
                [
                    new(
                        $"InfoGAN for .NET, preset {metrics.Preset}, seed {metrics.Seed}",
                        [
                            Text.Number(100 * metrics[ClusteringMetrics.Accuracy]?.Value),
                            $"this run; {Text.Count(metrics.TestImages)} test images, categories matched to classes one to one",
                        ],
                        IsOurs: true
                    ),
                    .. metrics.Published.Select(result => new TableRow(
                        result.Method,
                        [result.Accuracy, result.Protocol]
                    )),
                ]
            )
            {
                IsOfWords = true,
                IsStacked = true,
            };
}
