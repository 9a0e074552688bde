using System.Xml.Linq;
using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Report.Charts;

/// <summary>
/// Values as points with their intervals, one below the other. Unlike a bar a point may stand on an axis that does not begin
/// at 0, so that values close to each other can be told apart.
/// </summary>
/// <param name="Key">Sets its ids apart from those of other charts.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it shows, for those who cannot see it.</param>
/// <param name="X">The axis.</param>
/// <param name="Rows">From top to bottom, at least one.</param>
internal sealed record IntervalChart(
    string Key,
    string Title,
    string Description,
    Axis X,
    IReadOnlyList<IntervalRow> Rows
)
{
    private const double RowHeight = 24;
    private const double LongestName = 120;

    /// <summary>The chart as an SVG element.</summary>
    public string ToSvg()
    {
        var left = 10 + Math.Min(LongestName, Rows.Max(row => Svg.WidthOf(row.Name)));
        var right = Svg.Width - 28;
        var bottom = 6 + RowHeight * Rows.Count;
        return Svg.Draw(
            Key,
            Title,
            Description,
            (Svg.Width, bottom + 42),
            [
                .. X.Ticks.SelectMany(tick => DrawTick(tick, At(tick), bottom)),
                Svg.Line(left, bottom, right, bottom, ("stroke", "currentColor")),
                Svg.Label((left + right) / 2, bottom + 36, X.Title, "middle"),
                .. Rows.SelectMany((row, index) => DrawRow(row, left, 6 + RowHeight * (index + 0.5), At)),
            ]
        );

        double At(double value) => left + X.Place(value) * (right - left);
    }

    private IEnumerable<XElement> DrawTick(double tick, double x, double bottom) =>
        [
            Svg.Line(x, 2, x, bottom, ("stroke", "currentColor"), ("stroke-opacity", "0.15")),
            Svg.Label(x, bottom + 17, X.Format(tick), "middle"),
        ];

    private static IEnumerable<XElement> DrawRow(IntervalRow row, double left, double y, Func<double, double> at) =>
        [
            Svg.Label(left - 8, y + 4, Svg.Shorten(row.Name, LongestName), "end").WithTitle(row.Name),
            .. row.Interval is { } range
                ? [Svg.Line(at(range.Low), y, at(range.High), y, ("stroke", Palette.Blue), ("stroke-width", "2"))]
                : (XElement[])[],
            Series.DrawMarker(at(row.Value), y, Palette.Of(0)).WithTitle($"{row.Name}: {row.Text}"),
        ];
}

/// <summary>One value.</summary>
/// <param name="Name">Beside it.</param>
/// <param name="Value">Where its point stands.</param>
/// <param name="Interval">How far its line goes; null for a point alone.</param>
/// <param name="Text">The value as it is read out.</param>
internal sealed record IntervalRow(string Name, double Value, Interval? Interval, string Text);
