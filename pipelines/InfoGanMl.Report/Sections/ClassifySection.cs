using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Report.Charts;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Sections;

/// <summary>"Does it classify?"</summary>
/// <param name="Labeled">What labels show; null without labels.</param>
/// <param name="Usage">How the categories are used, labels or not.</param>
/// <param name="Sizes">Images in each category.</param>
/// <param name="Codes">Every categorical code where there are several; null otherwise.</param>
internal sealed record ClassifySection(LabeledPart? Labeled, IReadOnlyList<FigureCard> Usage, Chart Sizes, Table? Codes)
{
    public static ClassifySection Of(EvaluationMetrics metrics, SortingScores sorting)
    {
        var names = new CategoryLabels(sorting);
        return new(
            sorting.Classes is { } classes ? LabeledPart.Of(metrics, sorting.Categories, classes, names) : null,
            FigureCard.FindAll(metrics, Cards.Usage),
            DrawSizes(sorting.Categories.Sizes, names),
            metrics.CategoricalCodes.Count == 0 ? null : CategoricalCodes.List(metrics)
        );
    }

    private static Chart DrawSizes(IReadOnlyList<int> sizes, CategoryLabels names)
    {
        var even = sizes.Average();
        var chart = new BarChart(
            "sizes",
            "Test images in each category",
            string.Join("; ", names.Order.Select(c => $"{names.Long(c)}: {Text.Count(sizes[c])}")),
            [.. names.Order.Select(c => new Bar(names.Short(c), sizes[c], Text.Count(sizes[c])))]
        )
        {
            Level = (even, $"even: {Text.Count((long)Math.Round(even))}"),
        };
        var empty = sizes.Count(size => size == 0);
        return new(
            chart.ToSvg(),
            $"Test images in each category{(empty == 0 ? ", of which none is empty" : $"; {empty} of {sizes.Count} are empty")}."
        );
    }
}
