using System.Xml.Linq;

namespace InfoGanMl.Report.Charts;

/// <summary>The rectangle that two axes span, with its grid, ticks and titles.</summary>
/// <param name="X">From left to right.</param>
/// <param name="Y">From bottom to top.</param>
internal sealed record PlotArea(Axis X, Axis Y)
{
    private const double Top = 24; // the title of the vertical axis stands above it, where it is read without turning the head
    private const double Right = Svg.Width - 24;
    private const double PlotHeight = 190;

    /// <summary>Where the lower edge is.</summary>
    public const double Bottom = Top + PlotHeight;

    /// <summary>Where what stands below the horizontal axis may begin.</summary>
    public const double Below = Bottom + 44;

    /// <summary>Where the left edge is: beyond the widest number beside it.</summary>
    public double Left { get; } = 12 + Y.Ticks.Max(tick => Svg.WidthOf(Y.Format(tick)));

    public double AtX(double value) => Left + X.Place(value) * (Right - Left);

    public double AtY(double value) => Bottom - Y.Place(value) * PlotHeight;

    public IEnumerable<XElement> Draw() =>
        [
            Svg.Label(0, 11, Y.Title, "start"),
            .. Y.Ticks.SelectMany(DrawRow),
            .. X.Ticks.SelectMany(DrawColumn),
            Svg.Line(Left, Bottom, Right, Bottom, ("stroke", "currentColor")),
            Svg.Label((Left + Right) / 2, Bottom + 36, X.Title, "middle"),
        ];

    /// <summary>A dashed line at a value of the vertical axis, with its name above.</summary>
    public IEnumerable<XElement> DrawLevel(double value, string name) =>
        [
            Svg.Line(Left, AtY(value), Right, AtY(value), ("stroke", "currentColor"), ("stroke-dasharray", "5 4")),
            Svg.Label(Right, AtY(value) - 4, name, "end"),
        ];

    private IEnumerable<XElement> DrawRow(double tick) =>
        [
            Svg.Line(Left, AtY(tick), Right, AtY(tick), ("stroke", "currentColor"), ("stroke-opacity", "0.15")),
            Svg.Label(Left - 6, AtY(tick) + 4, Y.Format(tick), "end"),
        ];

    private IEnumerable<XElement> DrawColumn(double tick) =>
        [
            Svg.Line(AtX(tick), Bottom, AtX(tick), Bottom + 4, ("stroke", "currentColor")),
            Svg.Label(AtX(tick), Bottom + 17, X.Format(tick), "middle"),
        ];
}
