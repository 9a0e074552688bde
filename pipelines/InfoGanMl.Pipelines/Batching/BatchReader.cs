using InfoGanMl.Inference;
using InfoGanMl.Pipelines.Errors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>Reads a source's input columns a batch at a time and runs the graph on them.</summary>
internal sealed class BatchReader : IDisposable
{
    private readonly DataViewRowCursor _source;
    private readonly BatchedSession _graph;
    private readonly ValueGetter<VBuffer<float>>[] _getters;
    private readonly ValueGetter<DataViewRowId> _getId;
    private readonly float[][] _inputs;
    private readonly DataViewRowId[] _ids;
    private readonly List<string> _outputNames;
    private float[][] _outputs = [];
    private VBuffer<float> _value;

    /// <param name="source">A cursor over the input columns, which this reader disposes.</param>
    /// <param name="columns">The input columns, in the graph's order.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="batchSize">Most rows in a batch.</param>
    public BatchReader(
        DataViewRowCursor source,
        IEnumerable<DataViewSchema.Column> columns,
        BatchedSession graph,
        int batchSize
    )
    {
        _source = source;
        _graph = graph;
        _getters = [.. columns.Select(source.GetGetter<VBuffer<float>>)];
        _getId = source.GetIdGetter();
        _inputs = [.. graph.Tensors.Inputs.Select(tensor => new float[batchSize * tensor.Width])];
        _outputNames = [.. graph.Tensors.Outputs.Select(tensor => tensor.Name)];
        _ids = new DataViewRowId[batchSize];
    }

    /// <summary>Reads and runs the next batch.</summary>
    /// <returns>Its rows; 0 at the end.</returns>
    /// <exception cref="InvalidRowException">A value is infinite or no number.</exception>
    public int ReadNext()
    {
        var rows = 0;
        for (; rows < _ids.Length && _source.MoveNext(); rows++)
        {
            ReadRow(rows);
        }

        ObjectDisposedException.ThrowIf(_graph.IsDisposed, typeof(InfoGanTransformer));
        var filled = _inputs.Zip(
            _graph.Tensors.Inputs,
            (all, t) => (ReadOnlyMemory<float>)all.AsMemory(0, rows * t.Width)
        );
        _outputs = _graph.Run(rows, _ids.Length, [.. filled]);
        return rows;
    }

    /// <summary>Id of a row of the batch.</summary>
    public DataViewRowId IdOf(int row) => _ids[row];

    /// <summary>Index of the output of that name.</summary>
    public int IndexOf(string output) => _outputNames.IndexOf(output);

    /// <summary>An output of a row of the batch.</summary>
    public ReadOnlySpan<float> OutputOf(int output, int row)
    {
        var width = _graph.Tensors.Outputs[output].Width;
        return _outputs[output].AsSpan(row * width, width);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private void ReadRow(int row)
    {
        _getId(ref _ids[row]);
        for (var input = 0; input < _getters.Length; input++)
        {
            var tensor = _graph.Tensors.Inputs[input];
            var values = _inputs[input].AsSpan(row * tensor.Width, tensor.Width);
            _getters[input](ref _value);
            _value.CopyTo(values);
            InvalidRowException.ThrowUnlessFinite(values, _source.Position, tensor.Name);
        }
    }
}
