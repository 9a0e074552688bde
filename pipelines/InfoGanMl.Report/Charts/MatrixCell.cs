using System.Xml.Linq;

namespace InfoGanMl.Report.Charts;

/// <summary>One cell of a matrix.</summary>
/// <param name="Text">What is printed in it.</param>
/// <param name="Title">What it says under the mouse.</param>
/// <param name="Color">Of its background.</param>
/// <param name="Strength">Of that color, from 0 to 1.</param>
internal sealed record MatrixCell(string Text, string Title, string Color, double Strength)
{
    /// <summary>Whether a frame is drawn around it.</summary>
    public bool IsFramed { get; init; }

    public IEnumerable<XElement> Draw(double x, double y, double width, double height)
    {
        var strength = Math.Clamp(Strength, 0, 1);
        (string, string)[] frame = IsFramed ? [("stroke", "currentColor"), ("stroke-width", "1.2")] : [];
        return
        [
            Svg.Rectangle(
                    x + 1,
                    y + 1,
                    width - 2,
                    height - 2,
                    [("fill", Color), ("fill-opacity", Svg.Length(0.04 + 0.96 * strength)), ("rx", "2"), .. frame]
                )
                .WithTitle(Title),
            Svg.Label(
                x + width / 2,
                y + height / 2 + 4,
                Text,
                "middle",
                [
                    ("pointer-events", "none"),
                    // White on the color itself; what is paler lets the background of the page through.
                    .. strength > 0.55 ? [("style", "fill:#fff")] : ((string, string)[])[],
                    .. strength == 0 ? [("fill-opacity", "0.45")] : ((string, string)[])[],
                ]
            ),
        ];
    }
}
