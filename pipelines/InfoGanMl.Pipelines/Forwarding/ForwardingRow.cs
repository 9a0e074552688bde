using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Forwarding;

/// <summary>Another row as it is, but for what a subclass changes; it owns that row.</summary>
internal abstract class ForwardingRow(DataViewRow row) : DataViewRow
{
    public override DataViewSchema Schema => row.Schema;

    public override long Position => row.Position;

    public override long Batch => row.Batch;

    public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => row.IsColumnActive(column);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        row.GetGetter<TValue>(column);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            row.Dispose();
        }

        base.Dispose(disposing);
    }
}
