namespace InfoGanMl.Evaluation.Metrics;

/// <summary>
/// Draws images with replacement, knowing only how many there are in each cell of a table: by an alias table (Walker 1977,
/// built as in Vose 1991), in whole numbers.
/// </summary>
internal sealed class TableResampler
{
    private readonly ContingencyTable _table;
    private readonly (int Category, int Class)[] _cells; // those with images
    private readonly int[] _own; // of Total tickets, how many are the cell's own
    private readonly int[] _alias; // the cell that all others belong to

    public TableResampler(ContingencyTable table)
    {
        _table = table;
        _cells =
        [
            .. from category in Enumerable.Range(0, table.CategorySizes.Count)
            from @class in Enumerable.Range(0, table.ClassSizes.Count)
            where table[category, @class] > 0
            select (category, @class),
        ];
        _own = new int[_cells.Length];
        _alias = new int[_cells.Length];
        ShareTickets();
    }

    /// <summary>Draws so many images.</summary>
    /// <returns>A table of the same size.</returns>
    public ContingencyTable Draw(int images, Random random)
    {
        var drawn = new int[_cells.Length];
        for (var image = 0; image < images; image++)
        {
            var cell = random.Next(_cells.Length);
            drawn[random.Next(_table.Total) < _own[cell] ? cell : _alias[cell]]++;
        }

        var counts = new int[_table.CategorySizes.Count, _table.ClassSizes.Count];
        foreach (var (cell, (category, @class)) in _cells.Index())
        {
            counts[category, @class] = drawn[cell];
        }

        return ContingencyTable.Of(counts);
    }

    /// <summary>
    /// Every cell has room for Total tickets and brings its images times the number of cells: those with too few are filled
    /// up from those with too many.
    /// </summary>
    private void ShareTickets()
    {
        var tickets = _cells.Select(cell => (long)_table[cell.Category, cell.Class] * _cells.Length).ToArray();
        var few = new Stack<int>(Enumerable.Range(0, tickets.Length).Where(cell => tickets[cell] < _table.Total));
        var many = new Stack<int>(Enumerable.Range(0, tickets.Length).Where(cell => tickets[cell] >= _table.Total));
        while (few.TryPop(out var small))
        {
            var large = many.Peek(); // there is one, or the tickets would not add up
            (_own[small], _alias[small]) = ((int)tickets[small], large);
            tickets[large] -= _table.Total - tickets[small];
            if (tickets[large] < _table.Total)
            {
                few.Push(many.Pop());
            }
        }

        foreach (var cell in many)
        {
            (_own[cell], _alias[cell]) = (_table.Total, cell);
        }
    }
}
