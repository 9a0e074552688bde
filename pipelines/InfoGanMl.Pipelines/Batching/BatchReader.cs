using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>Reads a source a batch of rows at a time, ahead of whoever walks it, and computes what a step adds to them.</summary>
/// <param name="source">A cursor over the columns that the step reads, which this reader disposes.</param>
/// <param name="batchSize">Most rows in a batch.</param>
internal abstract class BatchReader(DataViewRowCursor source, int batchSize) : IDisposable
{
    private readonly ValueGetter<DataViewRowId> _getId = source.GetIdGetter();
    private readonly DataViewRowId[] _ids = new DataViewRowId[batchSize];

    /// <summary>The cursor, at the row that is read.</summary>
    protected DataViewRowCursor Source => source;

    /// <summary>Reads and computes the next batch.</summary>
    /// <returns>Its rows; 0 at the end.</returns>
    public int ReadNext()
    {
        var rows = 0;
        for (; rows < _ids.Length && source.MoveNext(); rows++)
        {
            _getId(ref _ids[rows]);
            ReadRow(rows);
        }

        Compute(rows);
        return rows;
    }

    /// <summary>Id of a row of the batch.</summary>
    public DataViewRowId IdOf(int row) => _ids[row];

    /// <summary>Index of the output of that name.</summary>
    public abstract int IndexOf(string output);

    /// <summary>An output of a row of the batch.</summary>
    public abstract ReadOnlySpan<float> OutputOf(int output, int row);

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    /// <summary>Keeps what the source's current row holds, as a row of the batch.</summary>
    protected abstract void ReadRow(int row);

    /// <summary>Computes the outputs of the rows that were kept.</summary>
    protected abstract void Compute(int rows);
}
