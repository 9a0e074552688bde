using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Lists;
using InfoGanMl.Preparation.Sources;
using nietras.SeparatedValues;

namespace InfoGanMl.Preparation.Packed;

/// <summary>A row of a table of pixels.</summary>
/// <param name="Line">Where it is.</param>
/// <param name="Pixels">The pixels, in its order.</param>
/// <param name="Label">Its class; null where it is unknown.</param>
/// <param name="Part">What it is for; null where that is not given.</param>
internal readonly record struct PixelRow(int Line, float[] Pixels, string? Label, Part? Part)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidPictureListException">It has not as many pixels as the first, or is of no usual part.</exception>
    /// <exception cref="FormatException">A pixel is no number.</exception>
    public static PixelRow Read(string table, PixelColumns columns, SepReader.Row row)
    {
        var line = row.LineNumberFrom;
        var pixels = columns.Read(row);
        if (pixels.Length != columns.Format.Size)
        {
            throw new InvalidPictureListException(
                table,
                $"{pixels.Length} pixels in line {line}",
                $"{columns.Format.Size}, as in the first image"
            );
        }

        var label = columns.Label is { } at ? row[at].ToString().Trim() : "";
        var part = columns.Split is { } split ? SplitCell.Parse(table, line, row[split].ToString()) : (Part?)null;
        return new(line, pixels, label.Length > 0 ? label : null, part);
    }
}
