using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Elements;

/// <summary>One number with all that is needed to read it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Value">The number in its unit.</param>
/// <param name="Basis">Its interval and how many images it was measured on; null where neither is known.</param>
/// <param name="Meaning">A sentence on what it means.</param>
/// <param name="Paper">Where it comes from; null where there is no paper.</param>
internal sealed record FigureCard(string Title, string Value, string? Basis, string Meaning, string? Paper)
{
    /// <summary>The cards of one part of the page, as far as the evaluation has their figures.</summary>
    public static IReadOnlyList<FigureCard> FindAll(EvaluationMetrics metrics, Cards part) =>
        [.. metrics.Figures.Where(figure => figure.Kind.Cards == part).Select(Of)];

    private static FigureCard Of(Figure figure) =>
        new(
            figure.Kind.Heading ?? figure.Title,
            FigureText.Value(figure),
            DescribeBasis(figure),
            figure.Meaning,
            figure.Paper
        );

    private static string DescribeBasis(Figure figure)
    {
        var images = Text.Count(figure.SampleSize, "image");
        return DescribeInterval(figure) is { } interval ? $"{interval}; {images}" : images;
    }

    /// <summary>The interval of a figure in words; null where none was computed.</summary>
    public static string? DescribeInterval(Figure? figure) =>
        FigureText.Range(figure) is { } range ? $"95 % interval {range}" : null;
}
