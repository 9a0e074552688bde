using InfoGanMl.Models.Images;
using InfoGanMl.Pictures;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Errors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>Pictures as the images that a model reads, made as training has made them. It is saved as the nearest stock steps.</summary>
/// <param name="stock">Those steps.</param>
/// <param name="reader">Makes the images.</param>
/// <param name="policy">What becomes of rows whose picture is broken.</param>
/// <param name="leftOut">Told of each of them; null for nobody.</param>
internal sealed class PictureTransformer(
    TransformerChain<ITransformer> stock,
    PictureReader reader,
    BrokenPictures policy = BrokenPictures.Throw,
    IProgress<InvalidPictureException>? leftOut = null
) : ITransformer
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
        var (source, broken) = (FindInput(input.Schema), new BrokenRows(policy, leftOut));
        var images = new BatchedDataView(
            input,
            GetOutputSchema(input.Schema),
            [source.Column],
            rows => new PictureBatchReader(rows, source, broken)
        );
        return policy == BrokenPictures.Skip ? new ReadableRowsView(images, source, broken) : images;
    }

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) =>
        new Mapper(FindInput(inputSchema), inputSchema, GetOutputSchema(inputSchema), Missing);

    /// <summary>A row of its own cannot be left out, only be missing.</summary>
    private float[]? Missing(PictureInput input, InvalidPictureException fault)
    {
        leftOut?.Report(fault);
        return policy == BrokenPictures.Missing ? input.MissingImage() : null;
    }

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
    private sealed class Mapper(
        PictureInput picture,
        DataViewSchema input,
        DataViewSchema output,
        Func<PictureInput, InvalidPictureException, float[]?> missing
    ) : IRowToRowMapper
    {
        public DataViewSchema InputSchema => input;

        public DataViewSchema OutputSchema => output;

        public IEnumerable<DataViewSchema.Column> GetDependencies(
            IEnumerable<DataViewSchema.Column> dependingColumns
        ) =>
            dependingColumns
                .Select(column => column.Index < input.Count ? input[column.Index] : picture.Column)
                .DistinctBy(column => column.Index);

        public DataViewRow GetRow(DataViewRow row, IEnumerable<DataViewSchema.Column> activeColumns) =>
            new Row(row, output, activeColumns.Any(column => column.Index >= input.Count) ? Reader(row) : null);

        private Func<float[]> Reader(DataViewRow row)
        {
            var take = picture.TakeFrom(row);
            return () =>
            {
                try
                {
                    return ImageFormat.ToFloats(take()());
                }
                catch (InvalidPictureException fault) when (missing(picture, fault) is { } image)
                {
                    return image;
                }
            };
        }
    }

    private sealed class Row(DataViewRow row, DataViewSchema schema, Func<float[]>? read) : DataViewRow
    {
        private long _position = long.MinValue; // of the row whose image is kept
        private float[] _image = [];

        public override DataViewSchema Schema => schema;

        public override long Position => row.Position;

        public override long Batch => row.Batch;

        public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) =>
            column.Index < row.Schema.Count ? row.IsColumnActive(row.Schema[column.Index]) : read is not null;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            column.Index < row.Schema.Count
                ? row.GetGetter<TValue>(row.Schema[column.Index])
                : (ValueGetter<VBuffer<float>>)GetImage as ValueGetter<TValue>
                    ?? throw new ArgumentException(
                        $"Column '{column.Name}': found values of {typeof(TValue)} asked for; expected {typeof(VBuffer<float>)}.",
                        nameof(column)
                    );

        private void GetImage(ref VBuffer<float> value)
        {
            if (_position != Position) // every output of Q asks for it, and decoding is the dearest step
            {
                _image = (read ?? throw new InvalidOperationException("The column is not active."))();
                _position = Position;
            }

            var editor = VBufferEditor.Create(ref value, _image.Length);
            _image.CopyTo(editor.Values);
            value = editor.Commit();
        }
    }
}
