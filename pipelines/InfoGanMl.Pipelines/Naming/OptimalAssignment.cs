namespace InfoGanMl.Pipelines.Naming;

/// <summary>
/// Matches rows to columns one to one, by shortest augmenting paths with potentials (Kuhn 1955; Jonker and Volgenant 1987)
/// in O(n³).
/// </summary>
internal sealed class OptimalAssignment
{
    private readonly double[,] _gains;
    private readonly int _size; // of the square that the gains are padded to with zeros
    private readonly double[] _rowPotential;
    private readonly double[] _columnPotential;
    private readonly int[] _rowOf; // of each column; the last, virtual column holds the row being matched

    private OptimalAssignment(double[,] gains)
    {
        _gains = gains;
        _size = Math.Max(gains.GetLength(0), gains.GetLength(1));
        _rowPotential = new double[_size];
        _columnPotential = new double[_size + 1];
        _rowOf = new int[_size + 1];
        Array.Fill(_rowOf, -1);
    }

    /// <summary>Finds a matching of the largest total gain.</summary>
    /// <param name="gains">[rows, columns], finite.</param>
    /// <returns>The column of each row, or -1 for rows left over where there are more rows than columns.</returns>
    public static int[] Maximize(double[,] gains)
    {
        var assignment = new OptimalAssignment(gains);
        for (var row = 0; row < assignment._size; row++)
        {
            assignment.Match(row);
        }

        return assignment.ColumnsOfRows();
    }

    /// <summary>Adds one row, moving rows matched before to other columns where that costs least.</summary>
    private void Match(int row)
    {
        var column = _size;
        _rowOf[column] = row;
        var previous = new int[_size + 1];
        var distance = new double[_size];
        var visited = new bool[_size + 1];
        Array.Fill(distance, double.PositiveInfinity);
        while (_rowOf[column] >= 0)
        {
            visited[column] = true;
            Relax(column, distance, previous, visited);
            var nearest = Enumerable.Range(0, _size).Where(c => !visited[c]).MinBy(c => distance[c]);
            Shift(distance[nearest], distance, visited);
            column = nearest;
        }

        while (column != _size)
        {
            _rowOf[column] = _rowOf[previous[column]];
            column = previous[column];
        }
    }

    private void Relax(int from, double[] distance, int[] previous, bool[] visited)
    {
        var row = _rowOf[from];
        for (var column = 0; column < _size; column++)
        {
            var reduced = Cost(row, column) - _rowPotential[row] - _columnPotential[column];
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
        for (var column = 0; column <= _size; column++)
        {
            if (visited[column])
            {
                _rowPotential[_rowOf[column]] += step;
                _columnPotential[column] -= step;
            }
            else if (column < _size)
            {
                distance[column] -= step;
            }
        }
    }

    private double Cost(int row, int column) =>
        row < _gains.GetLength(0) && column < _gains.GetLength(1) ? -_gains[row, column] : 0;

    private int[] ColumnsOfRows()
    {
        var columns = new int[_gains.GetLength(0)];
        Array.Fill(columns, -1);
        for (var column = 0; column < _gains.GetLength(1); column++)
        {
            if (_rowOf[column] < columns.Length)
            {
                columns[_rowOf[column]] = column;
            }
        }

        return columns;
    }
}
