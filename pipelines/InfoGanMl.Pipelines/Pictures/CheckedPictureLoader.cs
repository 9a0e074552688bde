using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>ML.NET's loader of picture files, with checks before it decodes one. It is saved as ML.NET's own.</summary>
/// <param name="stock">ML.NET's own.</param>
internal sealed class CheckedPictureLoader(ImageLoadingTransformer stock) : ITransformer
{
    public bool IsRowToRowMapper => true;

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => stock.GetOutputSchema(inputSchema);

    public IDataView Transform(IDataView input) =>
        new CheckedPictureView(stock.Transform(input), ColumnsOf(input.Schema));

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) =>
        new Mapper(StockMapper(inputSchema), ColumnsOf(inputSchema));

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)stock).Save(ctx);

    private PictureColumns ColumnsOf(DataViewSchema schema) => PictureColumns.Find(stock, StockMapper(schema));

    private IRowToRowMapper StockMapper(DataViewSchema schema) => ((ITransformer)stock).GetRowToRowMapper(schema);

    /// <summary>The same for single rows, as a PredictionEngine needs them.</summary>
    private sealed class Mapper(IRowToRowMapper stock, PictureColumns pictures) : IRowToRowMapper
    {
        public DataViewSchema InputSchema => stock.InputSchema;

        public DataViewSchema OutputSchema => stock.OutputSchema;

        public IEnumerable<DataViewSchema.Column> GetDependencies(
            IEnumerable<DataViewSchema.Column> dependingColumns
        ) => stock.GetDependencies(dependingColumns);

        public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
            new CheckedPictureRow(stock.GetRow(input, activeColumns), input, pictures);
    }
}
