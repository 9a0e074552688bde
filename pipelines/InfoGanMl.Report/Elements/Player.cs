using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Report.Formatting;
using InfoGanMl.Report.Pictures;

namespace InfoGanMl.Report.Elements;

/// <summary>A slider that changes one continuous code in several images at once.</summary>
internal sealed record Player
{
    private const int WidthOnScreen = 56;

    /// <summary>Sets its ids apart from those of other sliders.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the code.</summary>
    public required string Code { get; init; }

    /// <summary>All its values as the script reads them, separated by spaces.</summary>
    public required string Values { get; init; }

    /// <summary>The value in the middle, where the slider begins, and its index.</summary>
    public required string FirstValue { get; init; }

    /// <summary>Index of that value.</summary>
    public required string First { get; init; }

    /// <summary>Index of the last value.</summary>
    public required string Last { get; init; }

    /// <summary>The picture that holds every frame: a row for each image, a column per value.</summary>
    public required string Frames { get; init; }

    /// <summary>Size of that picture and of one frame on the screen, as custom properties of CSS.</summary>
    public required string Sizes { get; init; }

    /// <summary>The images from the top row to the bottom.</summary>
    public required IReadOnlyList<PlayerCell> Cells { get; init; }

    /// <summary>A few of the values side by side, for paper and for browsers without scripts.</summary>
    public required string Grid { get; init; }

    /// <summary>What that grid shows.</summary>
    public required string GridCaption { get; init; }

    public static Player Of(Traversal all, string key, PlayerRows rows, PictureEncoder encoder)
    {
        var traversal = encoder.FramesOf(all);
        var sheets = TraversalSheets.Of(traversal, rows.Rows.Select(row => row.Index), encoder);
        string[] values = [.. traversal.Values.Select(Text.Signed)];
        var scale = encoder.ScaleTo(WidthOnScreen);
        var (width, height) = (encoder.Format.Width * scale, encoder.Format.Height * scale);
        return new()
        {
            Key = key,
            Code = traversal.Code,
            Values = string.Join(' ', values),
            FirstValue = values[values.Length / 2],
            First = $"{values.Length / 2}",
            Last = $"{values.Length - 1}",
            Frames = sheets.Frames,
            Sizes = $"--w:{width};--h:{height};--columns:{values.Length};--rows:{rows.Rows.Count}",
            Cells =
            [
                .. rows.Rows.Index().Select(row => new PlayerCell($"{row.Index}", row.Item.Name, row.Item.LongName)),
            ],
            Grid = sheets.Grid,
            GridCaption =
                $"{traversal.Code} from left to right: {string.Join(", ", sheets.GridValues.Select(Text.Signed))}. "
                + rows.Caption,
        };
    }
}

/// <summary>Where an image is in the picture of frames.</summary>
/// <param name="Row">Its row from 0.</param>
/// <param name="Name">What it is called.</param>
/// <param name="LongName">The same for those who cannot see it.</param>
internal sealed record PlayerCell(string Row, string Name, string LongName);
