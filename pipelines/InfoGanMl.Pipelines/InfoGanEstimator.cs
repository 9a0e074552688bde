using InfoGanMl.Inference;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Graphs;
using Microsoft.ML;

namespace InfoGanMl.Pipelines;

/// <summary>G or Q as an ML.NET estimator; there is nothing to fit but the columns to check.</summary>
public sealed class InfoGanEstimator : IEstimator<InfoGanTransformer>
{
    private readonly Func<BatchedSession> _open;
    private readonly StockGraph _stock;
    private readonly int _batchSize;
    private Func<SharedGraph> _takeGraph; // the first one is open already

    /// <summary>Opens the graph, so that whatever is wrong with it or with the device shows before there are any rows.</summary>
    /// <param name="open">Opens the graph.</param>
    /// <param name="stock">ML.NET's own step of the same graph.</param>
    /// <param name="batchSize">Most rows in one call of ONNX Runtime.</param>
    internal InfoGanEstimator(Func<BatchedSession> open, StockGraph stock, int batchSize)
    {
        (_open, _stock, _batchSize) = (open, stock, batchSize);
        var opened = new SharedGraph(open);
        _takeGraph = () => opened;
    }

    /// <summary>Checks the columns; nothing is learned.</summary>
    /// <returns>A transformer of its own for each call, to be disposed.</returns>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public InfoGanTransformer Fit(IDataView input)
    {
        GraphColumns.Check(input.Schema, _stock.Tensors);
        return new(Interlocked.Exchange(ref _takeGraph, () => new(_open))(), _stock, _batchSize);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        GraphColumns.Check(inputSchema, _stock.Tensors);
        var outputs = GraphColumns.ShapeOf(_stock.Tensors.Outputs);
        return new(inputSchema.ExceptBy(outputs.Select(column => column.Name), column => column.Name).Concat(outputs));
    }
}
