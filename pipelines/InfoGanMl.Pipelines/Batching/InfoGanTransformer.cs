using InfoGanMl.Pipelines.Graphs;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>
/// G or Q in a pipeline. It gives the columns of ML.NET's OnnxTransformer and saves as one, but runs many rows at a time. It
/// holds native memory: dispose it when done.
/// </summary>
/// <remarks>
/// A PredictionEngine disposes the model that it was made of, unless its OwnsTransformer is false. Each is an owner of its own:
/// the memory is freed with the last, and whoever uses the transformer after that makes it load the graph again.
/// </remarks>
public sealed class InfoGanTransformer : ITransformer, IDisposable
{
    private readonly SharedGraph _graph;
    private readonly StockGraph _stock;
    private readonly int _batchSize;

    internal InfoGanTransformer(SharedGraph graph, StockGraph stock, int batchSize) =>
        (_graph, _stock, _batchSize) = (graph, stock, batchSize);

    /// <summary>Always true: a row's columns depend on that row alone, so that a PredictionEngine can use it.</summary>
    public bool IsRowToRowMapper => true;

    /// <summary>The input's columns, followed by the graph's outputs.</summary>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        GraphColumns.Check(inputSchema, _graph.Tensors);
        return GraphColumns.Extend(inputSchema, _graph.Tensors);
    }

    /// <summary>Adds the graph's outputs; nothing is computed before a cursor asks for them.</summary>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public IDataView Transform(IDataView input) =>
        new BatchedDataView(
            input,
            GetOutputSchema(input.Schema),
            InputsIn(input.Schema),
            rows => new GraphBatchReader(rows, _graph, _batchSize)
        );

    /// <summary>The same for single rows, as a PredictionEngine needs them.</summary>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) =>
        new ComputedRowMapper(
            inputSchema,
            GetOutputSchema(inputSchema),
            InputsIn(inputSchema),
            row => new SingleRows(row, _graph).Compute
        );

    void ICanSaveModel.Save(ModelSaveContext ctx) => _stock.Save(ctx);

    /// <summary>Frees the graph; with the last of these, if a PredictionEngine owns it as well or a thread is running it.</summary>
    public void Dispose() => _graph.Dispose();

    private List<DataViewSchema.Column> InputsIn(DataViewSchema schema) =>
        [.. _graph.Tensors.Inputs.Select(tensor => schema[tensor.Name])];
}
