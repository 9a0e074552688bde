using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Forwarding;

/// <summary>Another cursor as it is, but for what a subclass changes; it owns that cursor.</summary>
internal abstract class ForwardingCursor(DataViewRowCursor rows) : DataViewRowCursor
{
    public override DataViewSchema Schema => rows.Schema;

    public override long Position => rows.Position;

    public override long Batch => rows.Batch;

    public override bool MoveNext() => rows.MoveNext();

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
