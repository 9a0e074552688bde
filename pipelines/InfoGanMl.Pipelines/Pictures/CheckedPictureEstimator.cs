using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>The estimator of <see cref="CheckedPictureLoader"/>; there is nothing to fit.</summary>
/// <param name="stock">ML.NET's own.</param>
internal sealed class CheckedPictureEstimator(IEstimator<ImageLoadingTransformer> stock) : IEstimator<ITransformer>
{
    public ITransformer Fit(IDataView input) => new CheckedPictureLoader(stock.Fit(input));

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => stock.GetOutputSchema(inputSchema);
}
