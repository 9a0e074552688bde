using InfoGanMl.Pictures;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pipelines.Errors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>The estimator of <see cref="PictureTransformer"/>; nothing is learned.</summary>
/// <param name="stock">The nearest stock steps.</param>
/// <param name="reader">Makes the images.</param>
/// <param name="policy">What becomes of rows whose picture is broken.</param>
/// <param name="leftOut">Told of each of them; null for nobody.</param>
internal sealed class PictureEstimator(
    EstimatorChain<ITransformer> stock,
    PictureReader reader,
    BrokenPictures policy,
    IProgress<InvalidPictureException>? leftOut
) : IEstimator<ITransformer>
{
    public ITransformer Fit(IDataView input)
    {
        var transformer = new PictureTransformer(stock.Fit(input), reader, policy, leftOut);
        transformer.GetOutputSchema(input.Schema); // or a wrong column would be found with the first row alone
        return transformer;
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => stock.GetOutputSchema(inputSchema);
}
