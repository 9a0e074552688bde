using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>What a step adds to single rows, as a PredictionEngine needs them.</summary>
/// <param name="input">The columns that it finds.</param>
/// <param name="output">These, followed by those that it adds: vectors of Single.</param>
/// <param name="read">The columns that it reads.</param>
/// <param name="begin">From a row that moves on to what computes the added columns of its current place.</param>
internal sealed class ComputedRowMapper(
    DataViewSchema input,
    DataViewSchema output,
    IReadOnlyList<DataViewSchema.Column> read,
    Func<DataViewRow, Func<float[][]>> begin
) : IRowToRowMapper
{
    public DataViewSchema InputSchema => input;

    public DataViewSchema OutputSchema => output;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
        dependingColumns
            .SelectMany(column => column.Index < input.Count ? [input[column.Index]] : read)
            .DistinctBy(column => column.Index);

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
        new Row(input, output, activeColumns.Any(column => column.Index >= input.Schema.Count) ? begin(input) : null);

    private sealed class Row(DataViewRow row, DataViewSchema schema, Func<float[][]>? compute) : DataViewRow
    {
        private long _position = long.MinValue; // of the row whose values are kept
        private float[][] _values = [];

        public override DataViewSchema Schema => schema;

        public override long Position => row.Position;

        public override long Batch => row.Batch;

        public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) =>
            column.Index < row.Schema.Count ? row.IsColumnActive(row.Schema[column.Index]) : compute is not null;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (column.Index < row.Schema.Count)
            {
                return row.GetGetter<TValue>(row.Schema[column.Index]);
            }

            ValueGetter<VBuffer<float>> getter = (ref VBuffer<float> value) =>
                Get(column.Index - row.Schema.Count, ref value);
            return getter as ValueGetter<TValue>
                ?? throw new ArgumentException(
                    $"Column '{column.Name}': found values of {typeof(TValue)} asked for; expected {typeof(VBuffer<float>)}.",
                    nameof(column)
                );
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                row.Dispose();
            }

            base.Dispose(disposing);
        }

        private void Get(int index, ref VBuffer<float> value)
        {
            if (_position != Position) // computed once, whatever asks for it: decoding and running a graph are dear
            {
                _values = (compute ?? throw new InvalidOperationException("The column is not active."))();
                _position = Position;
            }

            var values = _values[index];
            var editor = VBufferEditor.Create(ref value, values.Length);
            values.CopyTo(editor.Values);
            value = editor.Commit();
        }
    }
}
