using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation;

/// <summary>A figure as <c>figures</c> of metrics.json lists it, with all that is needed to read it.</summary>
internal sealed record DescribedFigure(
    string Name,
    string Title,
    double Value,
    string Unit,
    int SampleSize,
    int? Seed,
    Interval? Interval,
    string Meaning,
    string? Paper
)
{
    public static DescribedFigure Of(Figure figure) =>
        new(
            figure.Name,
            figure.Title,
            figure.Value,
            figure.Unit,
            figure.SampleSize,
            figure.Seed,
            figure.Interval,
            figure.Meaning,
            figure.Paper
        );
}
