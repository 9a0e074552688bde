namespace InfoGanMl.Report.Charts;

/// <summary>
/// Colors that people with any kind of color vision tell apart (Okabe and Ito 2008), each with a dash and a marker of its own
/// so that a chart can be read in gray, too. Yellow is left out: it cannot be seen on white.
/// </summary>
internal static class Palette
{
    public const string Blue = "#0072B2";

    public const string Vermilion = "#D55E00";

    private static readonly SeriesStyle[] Styles =
    [
        new(Blue, "", Marker.Circle),
        new(Vermilion, "7 3", Marker.Square),
        new("#009E73", "2 3", Marker.Triangle),
        new("#CC79A7", "9 3 2 3", Marker.Diamond),
        new("#E69F00", "4 2", Marker.Circle),
        new("#56B4E9", "1 2", Marker.Square),
    ];

    /// <summary>The style of a series, by its place in the chart.</summary>
    public static SeriesStyle Of(int series) => Styles[series % Styles.Length];
}

/// <summary>How a series is drawn.</summary>
/// <param name="Color">Of its line and markers.</param>
/// <param name="Dash">Lengths of strokes and gaps; empty for a line without gaps.</param>
/// <param name="Marker">At each of its points.</param>
internal sealed record SeriesStyle(string Color, string Dash, Marker Marker);

/// <summary>Shape of a point.</summary>
internal enum Marker
{
    Circle,
    Square,
    Triangle,
    Diamond,
}
