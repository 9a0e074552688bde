using InfoGanMl.Inference;
using InfoGanMl.Models.Tensors;
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

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        var row = stock.GetRow(new CheckedRow(input, graph), activeColumns);
        return graph.Tensors.Inputs is [{ IsImage: true } image] ? new RecognizedRow(row, input, image, graph) : row;
    }

    private sealed class CheckedRow(DataViewRow row, BatchedSession graph) : ForwardingRow(row)
    {
        private readonly Dictionary<string, TensorShape> _inputs = graph.Tensors.Inputs.ToDictionary(t => t.Name);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var getter = base.GetGetter<TValue>(column);
            return getter is ValueGetter<VBuffer<float>> floats && _inputs.TryGetValue(column.Name, out var tensor)
                ? (ValueGetter<TValue>)(object)Checked(floats, tensor)
                : getter;
        }

        private ValueGetter<VBuffer<float>> Checked(ValueGetter<VBuffer<float>> getter, TensorShape tensor) =>
            (ref VBuffer<float> value) =>
            {
                ObjectDisposedException.ThrowIf(graph.IsDisposed, typeof(InfoGanTransformer));
                getter(ref value);
                if (!(tensor.IsImage && InvalidRowException.IsMissing(value.GetValues())))
                {
                    InvalidRowException.ThrowUnlessFinite(value.GetValues(), Position, tensor.Name);
                }
            };
    }

    /// <summary>A row of Q: of a missing image, nothing is known, whatever a graph makes of NaN.</summary>
    private sealed class RecognizedRow(DataViewRow row, DataViewRow input, TensorShape image, BatchedSession graph)
        : ForwardingRow(row)
    {
        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var getter = base.GetGetter<TValue>(column);
            return
                getter is ValueGetter<VBuffer<float>> floats
                && graph.Tensors.Outputs.FirstOrDefault(tensor => tensor.Name == column.Name) is { } output
                ? (ValueGetter<TValue>)(object)Known(floats, output.Width)
                : getter;
        }

        private ValueGetter<VBuffer<float>> Known(ValueGetter<VBuffer<float>> getter, int width)
        {
            var getImage = input.GetGetter<VBuffer<float>>(input.Schema[image.Name]);
            var (pixels, unknown) = (default(VBuffer<float>), Enumerable.Repeat(float.NaN, width).ToArray());
            return (ref VBuffer<float> value) =>
            {
                getImage(ref pixels);
                if (InvalidRowException.IsMissing(pixels.GetValues()))
                {
                    value = new(width, unknown);
                }
                else
                {
                    getter(ref value);
                }
            };
        }
    }
}
