using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines;

/// <summary>Data that can be told to stop.</summary>
public static class CancellableData
{
    /// <summary>
    /// The same rows until cancellation; reading the next one then throws <see cref="OperationCanceledException"/>, through
    /// every transform and trainer that reads them.
    /// </summary>
    /// <param name="data">The rows.</param>
    /// <param name="cancellation">When to stop.</param>
    public static IDataView WithCancellation(this IDataView data, CancellationToken cancellation) =>
        new View(data, cancellation);

    private sealed class View(IDataView data, CancellationToken cancellation) : IDataView
    {
        public DataViewSchema Schema => data.Schema;

        public bool CanShuffle => data.CanShuffle;

        public long? GetRowCount() => data.GetRowCount();

        public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
            new Cursor(data.GetRowCursor(columnsNeeded, rand), cancellation);

        public DataViewRowCursor[] GetRowCursorSet(
            IEnumerable<DataViewSchema.Column> columnsNeeded,
            int n,
            Random? rand = null
        ) => [.. data.GetRowCursorSet(columnsNeeded, n, rand).Select(cursor => new Cursor(cursor, cancellation))];
    }

    private sealed class Cursor(DataViewRowCursor rows, CancellationToken cancellation) : DataViewRowCursor
    {
        public override DataViewSchema Schema => rows.Schema;

        public override long Position => rows.Position;

        public override long Batch => rows.Batch;

        public override bool MoveNext()
        {
            cancellation.ThrowIfCancellationRequested();
            return rows.MoveNext();
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => rows.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => rows.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            rows.GetGetter<TValue>(column);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                rows.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
