using Microsoft.ML;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>
/// A source's columns and, behind them, what a step adds, which each cursor computes a batch at a time: ML.NET's own transformers
/// run row by row.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="schema">Its columns, followed by those of the step.</param>
/// <param name="inputs">Columns that the step reads.</param>
/// <param name="read">Begins to read them from a cursor, which the reader disposes.</param>
internal sealed class BatchedDataView(
    IDataView source,
    DataViewSchema schema,
    IReadOnlyList<DataViewSchema.Column> inputs,
    Func<DataViewRowCursor, BatchReader> read
) : IDataView
{
    public DataViewSchema Schema => schema;

    public bool CanShuffle => source.CanShuffle;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
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
            return new BatchedCursor(schema, row, read(source.GetRowCursor(inputs, Shuffled())));
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
