using System.Globalization;
using System.Xml.Linq;

namespace InfoGanMl.Report.Charts;

/// <summary>
/// Elements of an SVG picture. They have no namespace: within an HTML page they need none, and the page then names no address at
/// all.
/// </summary>
internal static class Svg
{
    /// <summary>Units of the view box in a line of text; on a phone a unit is about a pixel.</summary>
    public const double FontSize = 11;

    /// <summary>Width of most charts, about that of a phone.</summary>
    public const double Width = 360;

    /// <summary>A whole picture with its alternatives in text.</summary>
    /// <param name="key">Sets its ids apart from those of other pictures in the page.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="description">What it shows, for those who cannot see it.</param>
    /// <param name="size">Width and height of the view box.</param>
    /// <param name="content">What is drawn.</param>
    public static string Draw(
        string key,
        string title,
        string description,
        (double Width, double Height) size,
        IEnumerable<XElement> content
    ) =>
        Element(
                "svg",
                [
                    ("viewBox", $"0 0 {Length(size.Width)} {Length(size.Height)}"),
                    ("role", "img"),
                    ("aria-labelledby", $"{key}-title {key}-text"),
                    ("font-size", Length(FontSize)),
                    // Wider than a phone: scrolled sideways within its frame rather than shrunk beyond reading.
                    (
                        "style",
                        $"min-width:{Length(size.Width > Width ? size.Width : 0)}px;max-width:{Length(size.Width * 1.5)}px"
                    ),
                ],
                [
                    new("title", new XAttribute("id", $"{key}-title"), title),
                    new("desc", new XAttribute("id", $"{key}-text"), description),
                    .. content,
                ]
            )
            .ToString(SaveOptions.DisableFormatting);

    public static XElement Element(
        string name,
        IEnumerable<(string Name, string Value)> attributes,
        IEnumerable<XElement>? content = null
    ) => new(name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value)), content);

    public static XElement Line(double x1, double y1, double x2, double y2, params (string, string)[] more) =>
        Element("line", [("x1", Length(x1)), ("y1", Length(y1)), ("x2", Length(x2)), ("y2", Length(y2)), .. more]);

    public static XElement Rectangle(double x, double y, double width, double height, params (string, string)[] more) =>
        Element(
            "rect",
            [
                ("x", Length(x)),
                ("y", Length(y)),
                ("width", Length(Math.Max(0, width))),
                ("height", Length(Math.Max(0, height))),
                .. more,
            ]
        );

    /// <summary>A line of text of which the start, the middle or the end lies at x.</summary>
    public static XElement Label(double x, double y, string text, string anchor, params (string, string)[] more)
    {
        var label = Element(
            "text",
            [("x", Length(x)), ("y", Length(y)), ("text-anchor", anchor), ("fill", "currentColor"), .. more]
        );
        label.Add(text);
        return label;
    }

    /// <summary>Lets an element say what it is under the mouse.</summary>
    public static XElement WithTitle(this XElement element, string title)
    {
        element.AddFirst(new XElement("title", title));
        return element;
    }

    /// <summary>As much of a text as fits.</summary>
    public static string Shorten(string text, double width)
    {
        var most = (int)(width / WidthOf("x"));
        return text.Length <= most ? text : text[..(most - 1)] + "…";
    }

    public static string Length(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>About the width of a text; fonts differ from one device to another.</summary>
    public static double WidthOf(string text) => 0.62 * FontSize * text.Length;
}
