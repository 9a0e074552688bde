using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Report.Elements;

/// <summary>One number with all that is needed to read it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Value">The number in its unit.</param>
/// <param name="Basis">Its interval and how many images it was measured on; null where neither is known.</param>
/// <param name="Meaning">A sentence on what it means.</param>
/// <param name="Paper">Where it comes from; null where there is no paper.</param>
internal sealed record FigureCard(string Title, string Value, string? Basis, string Meaning, string? Paper)
{
    /// <summary>The card of a figure; null where the evaluation has none of that name.</summary>
    public static FigureCard? Find(EvaluationMetrics metrics, string name)
    {
        var figure = metrics.Figures.FirstOrDefault(figure => figure.Name == name);
        return figure is null
            ? null
            : new(figure.Title, Text.Value(figure), DescribeBasis(figure), figure.Meaning, figure.Paper);
    }

    /// <summary>The cards of the figures that the evaluation has, in the order of their names.</summary>
    public static IReadOnlyList<FigureCard> FindAll(EvaluationMetrics metrics, params IEnumerable<string> names) =>
        [.. names.Select(name => Find(metrics, name)).OfType<FigureCard>()];

    private static string DescribeBasis(Figure figure)
    {
        var images = Text.Count(figure.SampleSize, "image");
        return DescribeInterval(figure) is { } interval ? $"{interval}; {images}" : images;
    }

    /// <summary>The interval of a figure in words; null where none was computed.</summary>
    public static string? DescribeInterval(Figure? figure) =>
        Text.Range(figure) is { } range ? $"95 % interval {range}" : null;
}
