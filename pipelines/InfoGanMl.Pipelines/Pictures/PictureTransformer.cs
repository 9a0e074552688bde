using InfoGanMl.Models.Images;
using InfoGanMl.Pictures;
using InfoGanMl.Pipelines.Batching;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>Pictures as the images that a model reads, made as training has made them. It is saved as the nearest stock steps.</summary>
/// <param name="stock">Those steps.</param>
/// <param name="reader">Makes the images.</param>
internal sealed class PictureTransformer(TransformerChain<ITransformer> stock, PictureReader reader) : ITransformer
{
    /// <summary>Name of the column of images, as in <see cref="ImageRow"/>.</summary>
    public const string Images = "image";

    public bool IsRowToRowMapper => true;

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        FindInput(inputSchema);
        var format = reader.Format;
        var schema = new DataViewSchema.Builder();
        schema.AddColumns(inputSchema);
        schema.AddColumn(
            Images,
            new VectorDataViewType(NumberDataViewType.Single, format.Channels, format.Height, format.Width)
        );
        return schema.ToSchema();
    }

    public IDataView Transform(IDataView input)
    {
        var source = FindInput(input.Schema);
        return new BatchedDataView(
            input,
            GetOutputSchema(input.Schema),
            [source.Column],
            rows => new PictureBatchReader(rows, source)
        );
    }

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) =>
        new Mapper(FindInput(inputSchema), inputSchema, GetOutputSchema(inputSchema));

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)stock).Save(ctx);

    /// <summary>The stock steps know which column they read, and tell nobody but through what the images depend on.</summary>
    private PictureInput FindInput(DataViewSchema schema)
    {
        var mapper = ((ITransformer)stock).GetRowToRowMapper(schema);
        var column = mapper.GetDependencies([mapper.OutputSchema[Images]]).Single();
        var folder = stock.OfType<ImageLoadingTransformer>().FirstOrDefault()?.ImageFolder;
        return new PictureInput(column, folder ?? "", reader).Checked();
    }

    /// <summary>The same for single rows, as a PredictionEngine needs them.</summary>
    private sealed class Mapper(PictureInput source, DataViewSchema input, DataViewSchema output) : IRowToRowMapper
    {
        public DataViewSchema InputSchema => input;

        public DataViewSchema OutputSchema => output;

        public IEnumerable<DataViewSchema.Column> GetDependencies(
            IEnumerable<DataViewSchema.Column> dependingColumns
        ) =>
            dependingColumns
                .Select(column => column.Index < input.Count ? input[column.Index] : source.Column)
                .DistinctBy(column => column.Index);

        public DataViewRow GetRow(DataViewRow row, IEnumerable<DataViewSchema.Column> activeColumns) =>
            new Row(row, output, activeColumns.Any(column => column.Index >= input.Count) ? source : null);
    }

    private sealed class Row(DataViewRow row, DataViewSchema schema, PictureInput? source) : DataViewRow
    {
        public override DataViewSchema Schema => schema;

        public override long Position => row.Position;

        public override long Batch => row.Batch;

        public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) =>
            column.Index < row.Schema.Count ? row.IsColumnActive(row.Schema[column.Index]) : source is not null;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            column.Index < row.Schema.Count
                ? row.GetGetter<TValue>(row.Schema[column.Index])
                : ImageGetter() as ValueGetter<TValue>
                    ?? throw new ArgumentException(
                        $"Column '{column.Name}': found values of {typeof(TValue)} asked for; expected {typeof(VBuffer<float>)}.",
                        nameof(column)
                    );

        private ValueGetter<VBuffer<float>> ImageGetter()
        {
            var take = (source ?? throw new InvalidOperationException("The column is not active.")).TakeFrom(row);
            return (ref VBuffer<float> value) =>
            {
                var image = ImageFormat.ToFloats(take()());
                value = new(image.Length, image);
            };
        }
    }
}
