using InfoGanMl.Inference;
using InfoGanMl.Pipelines.Errors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>Runs a graph on batches of a source's input columns.</summary>
internal sealed class GraphBatchReader : BatchReader
{
    private readonly BatchedSession _graph;
    private readonly int _batchSize;
    private readonly ValueGetter<VBuffer<float>>[] _getters;
    private readonly float[][] _inputs;
    private readonly List<string> _outputNames;
    private readonly HashSet<int> _missing = [];
    private float[][] _outputs = [];
    private VBuffer<float> _value;

    /// <param name="source">A cursor over the input columns, which this reader disposes.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="batchSize">Most rows in a batch.</param>
    public GraphBatchReader(DataViewRowCursor source, BatchedSession graph, int batchSize)
        : base(source, batchSize)
    {
        (_graph, _batchSize) = (graph, batchSize);
        _getters =
        [
            .. graph.Tensors.Inputs.Select(tensor => source.GetGetter<VBuffer<float>>(source.Schema[tensor.Name])),
        ];
        _inputs = [.. graph.Tensors.Inputs.Select(tensor => new float[batchSize * tensor.Width])];
        _outputNames = [.. graph.Tensors.Outputs.Select(tensor => tensor.Name)];
    }

    /// <inheritdoc/>
    public override int IndexOf(string output) => _outputNames.IndexOf(output);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> OutputOf(int output, int row)
    {
        var width = _graph.Tensors.Outputs[output].Width;
        return _outputs[output].AsSpan(row * width, width);
    }

    /// <exception cref="InvalidRowException">A value is infinite or no number.</exception>
    protected override void ReadRow(int row)
    {
        for (var input = 0; input < _getters.Length; input++)
        {
            var tensor = _graph.Tensors.Inputs[input];
            var values = _inputs[input].AsSpan(row * tensor.Width, tensor.Width);
            _getters[input](ref _value);
            _value.CopyTo(values);
            if (tensor.IsImage && InvalidRowException.IsMissing(values))
            {
                _missing.Add(row);
                values.Clear();
            }

            InvalidRowException.ThrowUnlessFinite(values, Source.Position, tensor.Name);
        }
    }

    protected override void Compute(int rows)
    {
        ObjectDisposedException.ThrowIf(_graph.IsDisposed, typeof(InfoGanTransformer));
        var filled = _inputs.Zip(
            _graph.Tensors.Inputs,
            (all, t) => (ReadOnlyMemory<float>)all.AsMemory(0, rows * t.Width)
        );
        _outputs = _graph.Run(rows, _batchSize, [.. filled]);
        foreach (var row in _missing)
        {
            foreach (var (output, tensor) in _outputs.Zip(_graph.Tensors.Outputs))
            {
                output.AsSpan(row * tensor.Width, tensor.Width).Fill(float.NaN); // of what is missing, nothing is known
            }
        }

        _missing.Clear();
    }
}
