using InfoGanMl.Inference;
using InfoGanMl.Pipelines.Batching;
using Microsoft.ML;
using Microsoft.ML.Transforms.Onnx;

namespace InfoGanMl.Pipelines;

/// <summary>G or Q as an ML.NET estimator; there is nothing to fit but the columns to check.</summary>
public sealed class InfoGanEstimator : IEstimator<InfoGanTransformer>
{
    private readonly Func<OnnxScoringEstimator> _createStock;
    private readonly Func<BatchedSession> _openGraph;
    private readonly int _batchSize;
    private readonly OnnxScoringEstimator _stock;

    /// <param name="createStock">Makes ML.NET's own estimator of the same graph.</param>
    /// <param name="openGraph">Opens the graph.</param>
    /// <param name="batchSize">Most rows in one call of ONNX Runtime.</param>
    internal InfoGanEstimator(Func<OnnxScoringEstimator> createStock, Func<BatchedSession> openGraph, int batchSize)
    {
        (_createStock, _openGraph, _batchSize) = (createStock, openGraph, batchSize);
        _stock = createStock();
    }

    /// <summary>Checks the columns; nothing is learned.</summary>
    /// <returns>A transformer of its own for each call, to be disposed.</returns>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public InfoGanTransformer Fit(IDataView input)
    {
        var graph = _openGraph();
        try
        {
            InputColumns.Check(input.Schema, graph.Tensors);
            return new(_createStock().Fit(input), graph, _batchSize);
        }
        catch
        {
            graph.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _stock.GetOutputSchema(inputSchema);
}
