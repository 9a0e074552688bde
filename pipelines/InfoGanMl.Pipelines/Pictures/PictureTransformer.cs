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
    private readonly string _output = StockPictureSteps.OutputOf(stock);

    public bool IsRowToRowMapper => true;

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        FindInput(inputSchema);
        var format = reader.Format;
        var schema = new DataViewSchema.Builder();
        schema.AddColumns(inputSchema);
        schema.AddColumn(
            _output,
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

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema)
    {
        var source = FindInput(inputSchema);
        return new ComputedRowMapper(inputSchema, GetOutputSchema(inputSchema), [source.Column], Begin);

        Func<float[][]> Begin(DataViewRow row)
        {
            var take = source.TakeFrom(row);
            return () => [Read(take, source)];
        }
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)stock).Save(ctx);

    /// <summary>The stock steps know which column they read, and tell nobody but through what the images depend on.</summary>
    private PictureInput FindInput(DataViewSchema schema)
    {
        var mapper = ((ITransformer)stock).GetRowToRowMapper(schema);
        var column = mapper.GetDependencies([mapper.OutputSchema[_output]]).Single();
        var folder = stock.OfType<ImageLoadingTransformer>().FirstOrDefault()?.ImageFolder;
        return new PictureInput(column, folder ?? "", reader).Checked();
    }

    /// <summary>A row of its own cannot be left out, only be missing.</summary>
    private float[] Read(Func<Func<byte[]>> take, PictureInput source)
    {
        try
        {
            return ImageFormat.ToFloats(take()());
        }
        catch (InvalidPictureException fault)
        {
            leftOut?.Report(fault);
            if (policy != BrokenPictures.Missing)
            {
                throw;
            }

            return source.MissingImage();
        }
    }
}
