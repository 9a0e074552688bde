using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Memory;

/// <summary>
/// Rows that are in memory, in columns that are known when the program runs: ML.NET's own LoadFromEnumerable takes them from a
/// type, and the codes of a model are no type.
/// </summary>
internal sealed class MemoryDataView : IDataView
{
    private readonly int _rows;
    private readonly IReadOnlyList<MemoryColumn> _columns;

    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">The columns.</param>
    public MemoryDataView(int rows, params IReadOnlyList<MemoryColumn> columns)
    {
        (_rows, _columns) = (rows, columns);
        var schema = new DataViewSchema.Builder();
        foreach (var column in columns)
        {
            schema.AddColumn(column.Name, column.Type, column.Annotations);
        }

        Schema = schema.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    public long? GetRowCount() => _rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded,
        int n,
        Random? rand = null
    ) => [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(MemoryDataView view, HashSet<int> active) : DataViewRowCursor
    {
        private int _position = -1;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            var moved = _position + 1 < view._rows;
            _position = moved ? _position + 1 : view._rows;
            return moved;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            view._columns[column.Index].CreateGetter(() => _position) as ValueGetter<TValue>
            ?? throw new ArgumentException(
                $"Column '{column.Name}': found values of {typeof(TValue)} asked for; expected {column.Type.RawType}.",
                nameof(column)
            );
    }
}
