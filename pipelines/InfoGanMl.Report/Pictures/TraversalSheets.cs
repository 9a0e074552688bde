using InfoGanMl.Evaluation.Pictures;

namespace InfoGanMl.Report.Pictures;

/// <summary>The images of a continuous code as the slider plays them, and as they stand on paper.</summary>
/// <param name="Frames">One picture: a row of images after the other, a column per value.</param>
/// <param name="Grid">The same with a few of the values.</param>
/// <param name="GridValues">Those values.</param>
internal sealed record TraversalSheets(string Frames, string Grid, IReadOnlyList<double> GridValues)
{
    /// <summary>Values that fit side by side on paper.</summary>
    private const int MostColumns = 9;

    /// <param name="traversal">The images.</param>
    /// <param name="order">Its rows that are shown, from top to bottom.</param>
    /// <param name="encoder">Makes the pictures.</param>
    public static TraversalSheets Of(Traversal traversal, IEnumerable<int> order, PictureEncoder encoder)
    {
        var count = traversal.Values.Count;
        var columns = Math.Min(count, MostColumns);
        // Evenly spread from the first to the last.
        int[] chosen =
        [
            .. Enumerable.Range(0, columns).Select(c => columns == 1 ? 0 : c * (count - 1) / (columns - 1)),
        ];
        var rows = order.Select(row => traversal.Images[row]).ToList();
        return new(
            encoder.EncodeSheet(rows),
            encoder.EncodeSheet([.. rows.Select(row => (byte[][])[.. chosen.Select(value => row[value])])]),
            [.. chosen.Select(value => traversal.Values[value])]
        );
    }
}
