using System.Xml.Linq;

namespace InfoGanMl.Report.Charts;

/// <summary>Series of points as lines over two axes.</summary>
internal sealed record LineChart
{
    private const double LegendLine = 17;

    /// <summary>Sets its ids apart from those of other charts.</summary>
    public required string Key { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>The axes.</summary>
    public required PlotArea Plot { get; init; }

    /// <summary>The lines; a legend is drawn for more than one.</summary>
    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>A value of the vertical axis to compare with, and its name.</summary>
    public (double Value, string Name)? Level { get; init; }

    /// <summary>Name of the diagonal, where both axes show the same; null to leave it out.</summary>
    public string? Diagonal { get; init; }

    /// <summary>The chart as an SVG element.</summary>
    public string ToSvg()
    {
        var legend = Series.Count > 1 ? Series : [];
        var height = PlotArea.Below + LegendLine * legend.Count;
        return Svg.Draw(
            Key,
            Title,
            Description,
            (Svg.Width, height),
            [
                .. Plot.Draw(),
                .. Level is { } level ? Plot.DrawLevel(level.Value, level.Name) : [],
                .. DrawDiagonal(),
                .. Series.SelectMany((series, index) => series.Draw(Plot, Palette.Of(index))),
                .. legend.SelectMany(
                    (series, index) => series.DrawLegend(8, PlotArea.Below + LegendLine * index + 10, Palette.Of(index))
                ),
            ]
        );
    }

    private IEnumerable<XElement> DrawDiagonal()
    {
        if (Diagonal is null)
        {
            return [];
        }

        var (x, y) = (Plot.X, Plot.Y);
        return
        [
            Svg.Line(
                Plot.AtX(x.Low),
                Plot.AtY(y.Low),
                Plot.AtX(x.High),
                Plot.AtY(y.High),
                ("stroke", "currentColor"),
                ("stroke-dasharray", "5 4"),
                ("stroke-opacity", "0.7")
            ),
            Svg.Label(Plot.AtX(0.04), Plot.AtY(0.9), Diagonal, "start"),
        ];
    }
}
