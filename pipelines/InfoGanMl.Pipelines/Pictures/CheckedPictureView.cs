using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>What ML.NET's loader of pictures gives, with checks before a picture is decoded.</summary>
/// <param name="loaded">What the loader gives.</param>
/// <param name="pictures">Its columns of pictures.</param>
internal sealed class CheckedPictureView(IDataView loaded, PictureColumns pictures) : IDataView
{
    public DataViewSchema Schema => loaded.Schema;

    public bool CanShuffle => loaded.CanShuffle;

    public long? GetRowCount() => loaded.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(loaded.GetRowCursor(WithPaths(columnsNeeded), rand), pictures);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded,
        int n,
        Random? rand = null
    ) => [.. loaded.GetRowCursorSet(WithPaths(columnsNeeded), n, rand).Select(cursor => new Cursor(cursor, pictures))];

    /// <summary>Pictures are loaded from paths, so whoever asks for the one gets the other, too.</summary>
    private List<DataViewSchema.Column> WithPaths(IEnumerable<DataViewSchema.Column> columns)
    {
        var needed = columns.ToList();
        var paths = needed.Where(column => pictures.PathOf.ContainsKey(column.Index));
        return [.. needed, .. paths.Select(column => Schema[pictures.PathOf[column.Index].Index])];
    }

    private sealed class Cursor(DataViewRowCursor rows, PictureColumns pictures) : DataViewRowCursor
    {
        private readonly CheckedPictureRow _row = new(rows, rows, pictures);

        public override DataViewSchema Schema => rows.Schema;

        public override long Position => rows.Position;

        public override long Batch => rows.Batch;

        public override bool MoveNext() => rows.MoveNext();

        public override ValueGetter<DataViewRowId> GetIdGetter() => rows.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => rows.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            _row.GetGetter<TValue>(column);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _row.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
