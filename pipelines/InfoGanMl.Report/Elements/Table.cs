namespace InfoGanMl.Report.Elements;

/// <summary>A table.</summary>
internal sealed record Table
{
    private const int MostColumnsOnPhone = 4;

    /// <param name="caption">What it shows.</param>
    /// <param name="columns">Heads of the columns, that of the names of the rows first.</param>
    /// <param name="rows">From top to bottom.</param>
    public Table(string caption, IReadOnlyList<string> columns, IEnumerable<TableRow> rows)
    {
        Caption = caption;
        Columns = columns;
        Rows =
        [
            .. rows.Select(row => new TableLine(
                row.Name,
                [.. row.Cells.Zip(columns.Skip(1), (text, column) => new TableCell(column, text))],
                row.IsOurs
            )),
        ];
        IsStacked = columns.Count > MostColumnsOnPhone;
    }

    /// <summary>What it shows.</summary>
    public string Caption { get; }

    /// <summary>Heads of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>From top to bottom.</summary>
    public IReadOnlyList<TableLine> Rows { get; }

    /// <summary>Whether its cells are words, which begin at the same place, rather than numbers, which end there.</summary>
    public bool IsOfWords { get; init; }

    /// <summary>Whether a phone shows each row as a list: what is too wide to stand side by side there.</summary>
    public bool IsStacked { get; init; }
}

/// <summary>A row of a table as it is made.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Cells">The cells beside it.</param>
/// <param name="IsOurs">Whether it stands out from the others.</param>
internal sealed record TableRow(string Name, IReadOnlyList<string> Cells, bool IsOurs = false);

/// <summary>A row of a table as it is shown.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Cells">The cells beside it.</param>
/// <param name="IsOurs">Whether it stands out from the others.</param>
internal sealed record TableLine(string Name, IReadOnlyList<TableCell> Cells, bool IsOurs);

/// <summary>A cell, which knows its column for where that is not above it.</summary>
/// <param name="Column">Head of the column.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record TableCell(string Column, string Text);
