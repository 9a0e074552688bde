using Microsoft.ML;

namespace InfoGanMl.Pipelines.Graphs;

/// <summary>Runs a graph on a row that moves on, as a PredictionEngine does, which owns the graph as well.</summary>
internal sealed class SingleRows
{
    private readonly SharedGraph _graph;
    private readonly GraphInputs _source;
    private readonly float[][] _inputs;

    /// <param name="source">The row.</param>
    /// <param name="graph">The graph.</param>
    public SingleRows(DataViewRow source, SharedGraph graph)
    {
        (_graph, _source) = (graph, new(source, graph.Tensors));
        _inputs = [.. graph.Tensors.Inputs.Select(tensor => new float[tensor.Width])];
        graph.AddOwner(this);
    }

    /// <summary>The graph's outputs for the current row.</summary>
    /// <exception cref="Errors.InvalidRowException">A value is infinite or no number.</exception>
    public float[][] Compute() =>
        _source.TryRead(_inputs, 0)
            ? _graph.Run(1, 1, [.. _inputs.Select(values => new ReadOnlyMemory<float>(values))])
            : [.. _graph.Tensors.Outputs.Select(tensor => Enumerable.Repeat(float.NaN, tensor.Width).ToArray())];
}
