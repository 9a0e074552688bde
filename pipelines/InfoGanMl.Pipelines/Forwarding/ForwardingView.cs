using Microsoft.ML;

namespace InfoGanMl.Pipelines.Forwarding;

/// <summary>Another view's columns, read through cursors of a subclass.</summary>
internal abstract class ForwardingView(IDataView data) : IDataView
{
    public DataViewSchema Schema => data.Schema;

    public bool CanShuffle => data.CanShuffle;

    public long? GetRowCount() => data.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        Wrap(data.GetRowCursor(ColumnsFor(columnsNeeded), rand));

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded,
        int n,
        Random? rand = null
    ) => [.. data.GetRowCursorSet(ColumnsFor(columnsNeeded), n, rand).Select(Wrap)];

    /// <summary>The cursor that stands for one of the other view's.</summary>
    protected abstract DataViewRowCursor Wrap(DataViewRowCursor rows);

    /// <summary>What is read of the other view where these columns are asked for.</summary>
    protected virtual IEnumerable<DataViewSchema.Column> ColumnsFor(IEnumerable<DataViewSchema.Column> needed) =>
        needed;
}
