using InfoGanMl.Inference;
using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Pipelines.Forwarding;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>ML.NET's own row by row mapper of a graph, as a PredictionEngine uses it, with the checks that batches have.</summary>
/// <param name="stock">ML.NET's own.</param>
/// <param name="graph">The graph; its disposal ends the mapper's use.</param>
internal sealed class CheckedRowMapper(IRowToRowMapper stock, BatchedSession graph) : IRowToRowMapper
{
    public DataViewSchema InputSchema => stock.InputSchema;

    public DataViewSchema OutputSchema => stock.OutputSchema;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
        stock.GetDependencies(dependingColumns);

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
        stock.GetRow(new CheckedRow(input, graph), activeColumns);

    private sealed class CheckedRow(DataViewRow row, BatchedSession graph) : ForwardingRow(row)
    {
        private readonly HashSet<string> _inputs = [.. graph.Tensors.Inputs.Select(tensor => tensor.Name)];

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var getter = base.GetGetter<TValue>(column);
            return getter is ValueGetter<VBuffer<float>> floats && _inputs.Contains(column.Name)
                ? (ValueGetter<TValue>)(object)Checked(floats, column.Name)
                : getter;
        }

        private ValueGetter<VBuffer<float>> Checked(ValueGetter<VBuffer<float>> getter, string column) =>
            (ref VBuffer<float> value) =>
            {
                ObjectDisposedException.ThrowIf(graph.IsDisposed, typeof(InfoGanTransformer));
                getter(ref value);
                InvalidRowException.ThrowUnlessFinite(value.GetValues(), Position, column);
            };
    }
}
