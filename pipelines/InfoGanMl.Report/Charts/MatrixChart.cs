using System.Xml.Linq;

namespace InfoGanMl.Report.Charts;

/// <summary>A table of colored cells, each with its value inside.</summary>
internal sealed record MatrixChart
{
    private const double CellHeight = 24;
    private const double LongestName = 126;

    /// <summary>Sets its ids apart from those of other charts.</summary>
    public required string Key { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>What the rows are; stands above their names.</summary>
    public required string RowTitle { get; init; }

    /// <summary>What the columns are.</summary>
    public required string ColumnTitle { get; init; }

    /// <summary>Names of the columns from left to right.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>From top to bottom, at least one.</summary>
    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    /// <summary>The chart as an SVG element.</summary>
    public string ToSvg()
    {
        var left = 8 + Math.Min(LongestName, Rows.Max(row => Svg.WidthOf(row.Name)));
        var widest = Rows.SelectMany(row => row.Cells).Max(cell => Svg.WidthOf(cell.Text));
        var cell = Math.Max(widest + 3, (Svg.Width - left - 2) / Columns.Count);
        // Names that are wider than their columns are written upwards.
        var longest = Math.Min(LongestName, Columns.Max(Svg.WidthOf));
        var isUpright = longest <= cell - 2;
        var top = 22 + (isUpright ? 16 : longest + 6);
        return Svg.Draw(
            Key,
            Title,
            Description,
            (left + cell * Columns.Count + 2, top + CellHeight * Rows.Count + 2),
            [
                Svg.Label(0, 12, RowTitle, "start", ("font-weight", "600")),
                Svg.Label(left + cell * Columns.Count, 12, ColumnTitle, "end", ("font-weight", "600")),
                .. Columns.Select(
                    (name, column) => DrawColumnName(name, left + cell * (column + 0.5), top - 6, isUpright)
                ),
                .. Rows.SelectMany((row, index) => DrawRow(row, left, top + CellHeight * index, cell)),
            ]
        );
    }

    private static IEnumerable<XElement> DrawRow(MatrixRow row, double left, double y, double width) =>
        [
            Svg.Label(left - 6, y + CellHeight / 2 + 4, Svg.Shorten(row.Name, LongestName), "end").WithTitle(row.Name),
            .. row.Cells.SelectMany((cell, column) => cell.Draw(left + width * column, y, width, CellHeight)),
        ];

    private static XElement DrawColumnName(string name, double x, double y, bool isUpright) =>
        isUpright
            ? Svg.Label(x, y, name, "middle")
            : Svg.Label(
                    x + 4,
                    y,
                    Svg.Shorten(name, LongestName),
                    "start",
                    ("transform", $"rotate(-90 {Svg.Length(x + 4)} {Svg.Length(y)})")
                )
                .WithTitle(name);
}

/// <summary>One row.</summary>
/// <param name="Name">Before its cells.</param>
/// <param name="Cells">From left to right.</param>
internal sealed record MatrixRow(string Name, IReadOnlyList<MatrixCell> Cells);
