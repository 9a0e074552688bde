using InfoGanMl.Inference;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>
/// A source's columns and, behind them, a graph's outputs, which each cursor computes a batch at a time. ML.NET's own
/// transformers run ONNX graphs row by row.
/// </summary>
internal sealed class BatchedDataView(IDataView source, DataViewSchema schema, BatchedSession graph, int batchSize)
    : IDataView
{
    public DataViewSchema Schema => schema;

    public bool CanShuffle => source.CanShuffle;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        ObjectDisposedException.ThrowIf(graph.IsDisposed, typeof(InfoGanTransformer));
        var needed = columnsNeeded.Select(column => column.Index).ToHashSet();
        var passed = source.Schema.Where(column => needed.Contains(column.Index));
        if (needed.All(index => index < source.Schema.Count))
        {
            return new BatchedCursor(schema, source.GetRowCursor(passed, rand), null);
        }

        // Two passes over the source in the same order: one reads a batch ahead, the other stays with the current row, so
        // that columns of any type come straight from it and are never copied.
        var seed = rand?.Next();
        var row = source.GetRowCursor(passed, Shuffled());
        try
        {
            var inputs = graph.Tensors.Inputs.Select(tensor => source.Schema[tensor.Name]).ToList();
            return new BatchedCursor(
                schema,
                row,
                new(source.GetRowCursor(inputs, Shuffled()), inputs, graph, batchSize)
            );
        }
        catch
        {
            row.Dispose();
            throw;
        }

        Random? Shuffled() => seed is { } value ? new(value) : null;
    }

    /// <summary>One cursor, whatever <paramref name="n"/>: a batch keeps all cores busy, and batches would break up otherwise.</summary>
    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded,
        int n,
        Random? rand = null
    ) => [GetRowCursor(columnsNeeded, rand)];
}
