using InfoGanMl.Pipelines.Graphs;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>Runs a graph on batches of a source's input columns.</summary>
internal sealed class GraphBatchReader : BatchReader
{
    private readonly SharedGraph _graph;
    private readonly int _batchSize;
    private readonly GraphInputs _source;
    private readonly float[][] _inputs;
    private readonly List<string> _outputNames;
    private readonly HashSet<int> _missing = [];
    private float[][] _outputs = [];

    /// <param name="source">A cursor over the input columns, which this reader disposes.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="batchSize">Most rows in a batch.</param>
    public GraphBatchReader(DataViewRowCursor source, SharedGraph graph, int batchSize)
        : base(source, batchSize)
    {
        (_graph, _batchSize, _source) = (graph, batchSize, new(source, graph.Tensors));
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

    /// <exception cref="Errors.InvalidRowException">A value is infinite or no number.</exception>
    protected override void ReadRow(int row)
    {
        if (!_source.TryRead(_inputs, row))
        {
            _missing.Add(row);
        }
    }

    protected override void Compute(int rows)
    {
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
