using System.Xml.Linq;

namespace InfoGanMl.Report.Charts;

/// <summary>Horizontal bars, one below the other, each with its name and value.</summary>
/// <param name="Key">Sets its ids apart from those of other charts.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it shows, for those who cannot see it.</param>
/// <param name="Bars">From top to bottom, at least one.</param>
internal sealed record BarChart(string Key, string Title, string Description, IReadOnlyList<Bar> Bars)
{
    private const double Row = 22;
    private const double LongestName = 130;

    /// <summary>A value to compare with, and its name.</summary>
    public (double Value, string Name)? Level { get; init; }

    /// <summary>The chart as an SVG element.</summary>
    public string ToSvg()
    {
        var left = 8 + Math.Min(LongestName, Bars.Max(bar => Svg.WidthOf(bar.Name)));
        var right = Svg.Width - 8 - Bars.Max(bar => Svg.WidthOf(bar.Text));
        var most = Math.Max(Level?.Value ?? 0, Bars.Max(bar => bar.Value));
        var scale = (right - left) / Math.Max(1e-9, most);
        var top = Level is null ? 4 : 20;
        return Svg.Draw(
            Key,
            Title,
            Description,
            (Svg.Width, top + Row * Bars.Count + 2),
            [
                .. Bars.SelectMany((bar, row) => DrawBar(bar, left, top + Row * row, scale)),
                .. Level is { } level ? DrawLevel(left + scale * level.Value, level.Name, top) : [],
            ]
        );
    }

    private static IEnumerable<XElement> DrawBar(Bar bar, double left, double y, double scale) =>
        [
            Svg.Label(left - 6, y + 15, Svg.Shorten(bar.Name, LongestName), "end").WithTitle(bar.Name),
            Svg.Rectangle(left, y + 3, scale * bar.Value, Row - 6, ("fill", Palette.Blue), ("rx", "2"))
                .WithTitle($"{bar.Name}: {bar.Text}"),
            Svg.Label(Svg.Width - 2, y + 15, bar.Text, "end"),
        ];

    private IEnumerable<XElement> DrawLevel(double x, string name, double top) =>
        [
            Svg.Line(x, top - 3, x, top + Row * Bars.Count, ("stroke", "currentColor"), ("stroke-dasharray", "5 4")),
            Svg.Label(x, 11, name, "middle"),
        ];
}

/// <summary>One bar.</summary>
/// <param name="Name">Before the bar.</param>
/// <param name="Value">Its length, at least 0.</param>
/// <param name="Text">The value as it is printed behind it.</param>
internal sealed record Bar(string Name, double Value, string Text);
