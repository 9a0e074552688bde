namespace InfoGanMl.Pipelines.Naming;

/// <summary>
/// Matches rows to columns one to one, by shortest augmenting paths with potentials (Kuhn 1955; Jonker and Volgenant 1987)
/// in O(r²c) for r rows and c columns, or the other way round where there are more rows.
/// </summary>
internal sealed class OptimalAssignment
{
    private readonly double[,] _gains; // no more rows than columns
    private readonly int _columns;
    private readonly double[] _rowPotential;
    private readonly double[] _columnPotential;
    private readonly int[] _rowOf; // of each column, -1 for none; the last, virtual column holds the row being matched

    private OptimalAssignment(double[,] gains)
    {
        _gains = gains;
        _columns = gains.GetLength(1);
        _rowPotential = new double[gains.GetLength(0)];
        _columnPotential = new double[_columns + 1];
        _rowOf = new int[_columns + 1];
        Array.Fill(_rowOf, -1);
    }

    /// <summary>Finds a matching of the largest total gain.</summary>
    /// <param name="gains">[rows, columns], finite.</param>
    /// <returns>The column of each row, or -1 for rows left over where there are more rows than columns.</returns>
    public static int[] Maximize(double[,] gains) =>
        gains.GetLength(0) <= gains.GetLength(1) ? Invert(Match(gains), gains.GetLength(0)) : Match(Transpose(gains));

    /// <summary>Matches every row, of which there are no more than columns.</summary>
    /// <returns>The row of each column, or -1.</returns>
    private static int[] Match(double[,] gains)
    {
        var assignment = new OptimalAssignment(gains);
        for (var row = 0; row < gains.GetLength(0); row++)
        {
            assignment.Match(row);
        }

        return assignment._rowOf[..^1];
    }

    /// <summary>Adds one row, moving rows matched before to other columns where that costs least.</summary>
    private void Match(int row)
    {
        var column = _columns;
        _rowOf[column] = row;
        var previous = new int[_columns + 1];
        var distance = new double[_columns];
        var visited = new bool[_columns + 1];
        Array.Fill(distance, double.PositiveInfinity);
        while (_rowOf[column] >= 0)
        {
            visited[column] = true;
            Relax(column, distance, previous, visited);
            var nearest = Nearest(distance, visited);
            Shift(distance[nearest], distance, visited);
            column = nearest;
        }

        while (column != _columns)
        {
            _rowOf[column] = _rowOf[previous[column]];
            column = previous[column];
        }
    }

    private void Relax(int from, double[] distance, int[] previous, bool[] visited)
    {
        var row = _rowOf[from];
        for (var column = 0; column < _columns; column++)
        {
            var reduced = -_gains[row, column] - _rowPotential[row] - _columnPotential[column];
            if (!visited[column] && reduced < distance[column])
            {
                distance[column] = reduced;
                previous[column] = from;
            }
        }
    }

    /// <summary>Moves the potentials so that the nearest column becomes free to reach and no reduced cost negative.</summary>
    private void Shift(double step, double[] distance, bool[] visited)
    {
        for (var column = 0; column <= _columns; column++)
        {
            if (visited[column])
            {
                _rowPotential[_rowOf[column]] += step;
                _columnPotential[column] -= step;
            }
            else if (column < _columns)
            {
                distance[column] -= step;
            }
        }
    }

    private int Nearest(double[] distance, bool[] visited)
    {
        var nearest = -1;
        for (var column = 0; column < _columns; column++)
        {
            if (!visited[column] && (nearest < 0 || distance[column] < distance[nearest]))
            {
                nearest = column;
            }
        }

        return nearest; // there is one, as there are no more rows than columns
    }

    private static double[,] Transpose(double[,] values)
    {
        var transposed = new double[values.GetLength(1), values.GetLength(0)];
        for (var row = 0; row < values.GetLength(0); row++)
        {
            for (var column = 0; column < values.GetLength(1); column++)
            {
                transposed[column, row] = values[row, column];
            }
        }

        return transposed;
    }

    private static int[] Invert(int[] rowOf, int rows)
    {
        var columnOf = new int[rows];
        foreach (var (column, row) in rowOf.Index().Where(pair => pair.Item >= 0))
        {
            columnOf[row] = column;
        }

        return columnOf;
    }
}
