using InfoGanMl.Inference;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>
/// G or Q in a pipeline. It gives the columns of ML.NET's OnnxTransformer and saves as one, but runs many rows at a time.
/// Dispose it when done: it holds native memory.
/// </summary>
public sealed class InfoGanTransformer : ITransformer, IDisposable
{
    private readonly OnnxTransformer _stock; // what is saved, and what serves single rows
    private readonly BatchedSession _graph;
    private readonly int _batchSize;

    internal InfoGanTransformer(OnnxTransformer stock, BatchedSession graph, int batchSize) =>
        (_stock, _graph, _batchSize) = (stock, graph, batchSize);

    /// <summary>Always true: a row's columns depend on that row alone, so that a PredictionEngine can use it.</summary>
    public bool IsRowToRowMapper => true;

    /// <summary>The input's columns, followed by the graph's outputs.</summary>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        InputColumns.Check(inputSchema, _graph.Tensors);
        return _stock.GetOutputSchema(inputSchema);
    }

    /// <summary>Adds the graph's outputs; nothing is computed before a cursor asks for them.</summary>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public IDataView Transform(IDataView input)
    {
        ObjectDisposedException.ThrowIf(_graph.IsDisposed, this);
        var schema = GetOutputSchema(input.Schema);
        var inputs = _graph.Tensors.Inputs.Select(tensor => input.Schema[tensor.Name]);
        return new BatchedDataView(input, schema, [.. inputs], Read);

        GraphBatchReader Read(DataViewRowCursor rows)
        {
            ObjectDisposedException.ThrowIf(_graph.IsDisposed, this);
            return new(rows, _graph, _batchSize);
        }
    }

    /// <summary>The same for single rows, as a PredictionEngine needs them.</summary>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ObjectDisposedException.ThrowIf(_graph.IsDisposed, this);
        InputColumns.Check(inputSchema, _graph.Tensors);
        return new CheckedRowMapper(((ITransformer)_stock).GetRowToRowMapper(inputSchema), _graph);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)_stock).Save(ctx);

    /// <summary>Frees the graph; no cursor over its columns may be in use.</summary>
    public void Dispose()
    {
        _graph.Dispose();
        _stock.Dispose();
    }
}
