using System.Globalization;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Lists;
using InfoGanMl.Preparation.Sources;
using nietras.SeparatedValues;

namespace InfoGanMl.Preparation.Packed;

/// <summary>Which columns of a table are pixels: row by row from the top, and of colors all three of a pixel.</summary>
/// <param name="Format">Size of an image.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="Label">The column of labels; null without.</param>
/// <param name="Split">The column that says what an image is for; null without.</param>
/// <param name="Pixels">The columns of pixels, in their order; one that holds all of them, with blanks between.</param>
internal sealed record PixelColumns(
    ImageFormat Format,
    bool HasHeader,
    int? Label,
    int? Split,
    IReadOnlyList<int> Pixels
)
{
    private static readonly string[] TogetherNames = ["pixels", "image"];
    private static readonly string[] RowNumberNames = ["", "id", "index", "unnamed: 0"]; // the first is that of pandas

    /// <summary>Whether images are stored column by column.</summary>
    public bool AreTurned { get; init; }

    /// <summary>Finds them; null where a table is none of square images.</summary>
    /// <param name="table">What messages call the table.</param>
    /// <param name="start">Its first rows.</param>
    /// <param name="label">The column that names the class; null for a usual name.</param>
    /// <exception cref="InvalidPictureListException">It is one, and has no such column.</exception>
    public static PixelColumns? Of(string table, TableStart start, string? label)
    {
        var names = new ColumnNames(table, start.First);
        return
            names.Find(TogetherNames) is { } all
            && all < start.Second.Length
            && SquareFormat.Of(Words(start.Second[all]).Length) is { } format
            ? new(format, HasHeader: true, names.FindLabel(label), names.FindSplit(), [all])
            : FindApart(names, start.First, label);
    }

    /// <summary>The pixels of a row, in its order.</summary>
    /// <exception cref="FormatException">One is no number.</exception>
    public float[] Read(SepReader.Row row) =>
        Pixels is [var all]
            ? Array.ConvertAll(Words(row[all].ToString()), cell => float.Parse(cell, CultureInfo.InvariantCulture))
            : row[Pixels].ParseToArray<float>();

    /// <summary>Which pixel of a row is the one at a place of [C, H, W].</summary>
    public int IndexOf(int place)
    {
        var (channel, pixel) = Math.DivRem(place, Format.Height * Format.Width);
        var (row, column) = Math.DivRem(pixel, Format.Width);
        return (AreTurned ? column * Format.Height + row : pixel) * Format.Channels + channel;
    }

    /// <summary>A column for each pixel, beside those of other names.</summary>
    private static PixelColumns? FindApart(ColumnNames names, string[] first, string? label)
    {
        var hasHeader =
            first.Any(name => !float.TryParse(name, CultureInfo.InvariantCulture, out _)) || AreCounted(first);
        int[] others = [.. names.FindOthers([.. RowNumberNames, label ?? ""])];
        return SquareFormat.Of(others.Length) is { } format
                ? new(format, hasHeader, names.FindLabel(label), names.FindSplit(), others)
            : SquareFormat.Of(others.Length - 1) is { } behind && names.FindLabel(label) is null
                ? new(behind, hasHeader, others[0], names.FindSplit(), others[1..])
            : null;
    }

    /// <summary>0, 1, 2 ... are names, which pandas gives to columns that have none.</summary>
    private static bool AreCounted(string[] names) => names.Index().All(name => name.Item == $"{name.Index}");

    private static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
