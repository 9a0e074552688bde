using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>Walks the rows of a source, with the outputs of a batch that was read ahead.</summary>
/// <param name="schema">The source's columns, followed by the outputs.</param>
/// <param name="row">The current row, with the source's columns.</param>
/// <param name="reader">The batches, with the outputs; null where none is asked for.</param>
internal sealed class BatchedCursor(DataViewSchema schema, DataViewRowCursor row, BatchReader? reader)
    : DataViewRowCursor
{
    private readonly ValueGetter<DataViewRowId> _getId = row.GetIdGetter();
    private int _index = -1; // of the current row in the batch
    private int _count;

    public override DataViewSchema Schema => schema;

    public override long Position => row.Position;

    public override long Batch => row.Batch;

    public override bool MoveNext()
    {
        if (reader is null)
        {
            return row.MoveNext();
        }

        if (++_index >= _count)
        {
            (_index, _count) = (0, reader.ReadNext());
        }

        var moved = row.MoveNext();
        if (moved != _count > 0 || moved && !IsRowOfBatch())
        {
            throw new InvalidOperationException(
                "The data gave other rows, or in another order, when it was read a second time at once; expected the same."
                    + " Cache it, or read it into memory first."
            );
        }

        return moved;
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) =>
        IsOutput(column) ? reader is not null : row.IsColumnActive(row.Schema[column.Index]);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsOutput(column))
        {
            return row.GetGetter<TValue>(row.Schema[column.Index]);
        }

        if (reader is null)
        {
            throw new ArgumentException(
                $"Column '{column.Name}': found a cursor that was opened without it; expected it among the columns needed.",
                nameof(column)
            );
        }

        var output = reader.IndexOf(column.Name);
        ValueGetter<VBuffer<float>> getter = (ref VBuffer<float> value) =>
        {
            var outputs = reader.OutputOf(output, _index);
            var editor = VBufferEditor.Create(ref value, outputs.Length);
            outputs.CopyTo(editor.Values);
            value = editor.Commit();
        };
        return getter as ValueGetter<TValue>
            ?? throw new ArgumentException(
                $"Column '{column.Name}': found values of {typeof(TValue)} asked for; expected {typeof(VBuffer<float>)}.",
                nameof(column)
            );
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader?.Dispose();
            row.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsOutput(DataViewSchema.Column column) => column.Index >= row.Schema.Count;

    private bool IsRowOfBatch()
    {
        DataViewRowId id = default;
        _getId(ref id);
        return id.Equals(reader!.IdOf(_index));
    }
}
