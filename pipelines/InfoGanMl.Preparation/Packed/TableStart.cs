namespace InfoGanMl.Preparation.Packed;

/// <summary>The first two rows of a CSV file, which say whether it is a table of pixels.</summary>
/// <param name="First">Cells of the first, perhaps a header, without quotes.</param>
/// <param name="Second">Cells of the second; none where there is none.</param>
internal sealed record TableStart(string[] First, string[] Second)
{
    private const int LongestRow = 1 << 20; // characters
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads them.</summary>
    public static TableStart Read(Stream file)
    {
        using var text = new StreamReader(file);
        var start = new char[2 * LongestRow];
        using var rows = new StringReader(new(start, 0, text.ReadBlock(start)));
        var (first, second) = (rows.ReadLine() ?? "", rows.ReadLine() ?? "");
        var separator = Separators.MaxBy(letter => first.Count(other => other == letter));
        return new(ReadCells(first, separator), ReadCells(second, separator));
    }

    private static string[] ReadCells(string row, char separator) =>
        [.. row.Split(separator).Select(cell => cell.Trim('"', ' ', '\ufeff'))];
}
