using System.Xml.Linq;

namespace InfoGanMl.Report.Charts;

/// <summary>Points that belong together.</summary>
/// <param name="Name">What the legend calls them.</param>
/// <param name="Points">From left to right.</param>
internal sealed record Series(string Name, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Whether every point has a marker; a line of very many points reads better without.</summary>
    private bool HasMarkers => Points.Count <= 25;

    /// <summary>The line, what is between its least and greatest values, and its points.</summary>
    public IEnumerable<XElement> Draw(PlotArea plot, SeriesStyle style)
    {
        var places = Points.Select(point => (X: plot.AtX(point.X), Y: plot.AtY(point.Y), Point: point)).ToList();
        var line = string.Join(' ', places.Select(place => $"{Svg.Length(place.X)},{Svg.Length(place.Y)}"));
        return
        [
            .. places
                .Where(place => place.Point.Range is not null)
                .Select(place => DrawRange(plot, place.Point, style)),
            Svg.Element("polyline", [("points", line), ("fill", "none"), .. StrokeOf(style)]),
            .. HasMarkers
                ? places.Select(place => DrawMarker(place.X, place.Y, style).WithTitle(place.Point.Title))
                : [],
        ];
    }

    /// <summary>A piece of the line and the name.</summary>
    public IEnumerable<XElement> DrawLegend(double x, double y, SeriesStyle style) =>
        [
            Svg.Line(x, y - 4, x + 30, y - 4, [.. StrokeOf(style)]),
            .. HasMarkers ? [DrawMarker(x + 15, y - 4, style)] : (XElement[])[],
            Svg.Label(x + 38, y, Name, "start"),
        ];

    private static IEnumerable<(string, string)> StrokeOf(SeriesStyle style) =>
        [
            ("stroke", style.Color),
            ("stroke-width", "2"),
            ("stroke-linejoin", "round"),
            .. style.Dash.Length > 0 ? [("stroke-dasharray", style.Dash)] : ((string, string)[])[],
        ];

    private static XElement DrawRange(PlotArea plot, ChartPoint point, SeriesStyle style) =>
        Svg.Line(
            plot.AtX(point.X),
            plot.AtY(point.Range!.Low),
            plot.AtX(point.X),
            plot.AtY(point.Range.High),
            ("stroke", style.Color),
            ("stroke-width", "7"),
            ("stroke-opacity", "0.35")
        );

    internal static XElement DrawMarker(double x, double y, SeriesStyle style)
    {
        (double X, double Y)[] corners = style.Marker switch
        {
            Marker.Square => [(-3.2, -3.2), (3.2, -3.2), (3.2, 3.2), (-3.2, 3.2)],
            Marker.Triangle => [(0, -4.4), (4, 3), (-4, 3)],
            Marker.Diamond => [(0, -4.6), (4.6, 0), (0, 4.6), (-4.6, 0)],
            _ => [],
        };
        return corners.Length == 0
            ? Svg.Element("circle", [("cx", Svg.Length(x)), ("cy", Svg.Length(y)), ("r", "3.6"), ("fill", style.Color)])
            : Svg.Element(
                "polygon",
                [
                    ("points", string.Join(' ', corners.Select(c => $"{Svg.Length(x + c.X)},{Svg.Length(y + c.Y)}"))),
                    ("fill", style.Color),
                ]
            );
    }
}

/// <summary>A point of a chart.</summary>
/// <param name="X">Value on the horizontal axis.</param>
/// <param name="Y">Value on the vertical axis.</param>
/// <param name="Title">What it says under the mouse.</param>
/// <param name="Range">What the value varies between; null where it is known alone.</param>
internal sealed record ChartPoint(double X, double Y, string Title, Evaluation.Figures.Interval? Range = null);
