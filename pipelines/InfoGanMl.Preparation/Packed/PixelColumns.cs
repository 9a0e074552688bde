using System.Globalization;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Lists;
using nietras.SeparatedValues;

namespace InfoGanMl.Preparation.Packed;

/// <summary>Which columns of a table are pixels: row by row from the top, and of colors all three of a pixel.</summary>
/// <param name="Format">Size of an image.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="Label">The column of labels; null without.</param>
/// <param name="Pixels">The columns of pixels, in their order.</param>
internal sealed record PixelColumns(ImageFormat Format, bool HasHeader, int? Label, IReadOnlyList<int> Pixels)
{
    private const int LeastPixels = 64; // fewer columns are measurements of something
    private static readonly string[] RowNumberNames = ["", "id", "index", "unnamed: 0"]; // the first is that of pandas

    /// <summary>Finds them; null where a table is none of square images.</summary>
    /// <param name="first">The first row.</param>
    public static PixelColumns? Of(string[] first)
    {
        string[] names = [.. first.Select(cell => cell.Trim('"', ' ', '\ufeff').ToLowerInvariant())];
        var hasHeader =
            names.Any(name => !float.TryParse(name, CultureInfo.InvariantCulture, out _)) || AreCounted(names);
        var label = Array.FindIndex(names, name => ListColumns.LabelNames.Contains(name));
        int[] others =
        [
            .. Enumerable.Range(0, names.Length).Where(i => i != label && !RowNumberNames.Contains(names[i])),
        ];
        return FormatOf(others.Length) is { } format ? new(format, hasHeader, label < 0 ? null : label, others)
            : label < 0 && FormatOf(others.Length - 1) is { } behind ? new(behind, hasHeader, others[0], others[1..])
            : null;
    }

    /// <summary>The pixels of a row, [C, H, W].</summary>
    /// <exception cref="FormatException">One is no number.</exception>
    public float[] Read(SepReader.Row row)
    {
        var pixels = new float[Format.Size];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (pixel, channel) = Math.DivRem(i, Format.Channels);
            pixels[channel * Format.Height * Format.Width + pixel] = row[Pixels[i]].Parse<float>();
        }

        return pixels;
    }

    /// <summary>0, 1, 2 ... are names, which pandas gives to columns that have none.</summary>
    private static bool AreCounted(string[] names) => names.Index().All(name => name.Item == $"{name.Index}");

    private static ImageFormat? FormatOf(int columns) =>
        columns < LeastPixels ? null
        : Math.Sqrt(columns) is var gray && double.IsInteger(gray) ? new(1, (int)gray, (int)gray)
        : Math.Sqrt(columns / 3.0) is var color && double.IsInteger(color) ? new(3, (int)color, (int)color)
        : null;
}
