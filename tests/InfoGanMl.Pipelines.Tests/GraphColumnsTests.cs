using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

public sealed class GraphColumnsTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly InfoGanEstimator _estimator;
    private readonly InfoGanTransformer _transformer;

    public GraphColumnsTests()
    {
        _estimator = _mlContext.Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist);
        _transformer = _estimator.Fit(_mlContext.Data.LoadImages(Array.Empty<ImageRow>(), PretrainedModel.Mnist));
    }

    public void Dispose() => _transformer.Dispose();

    [Fact]
    public void A_missing_column_is_named_with_those_that_are_there()
    {
        var data = _mlContext.Data.LoadFromEnumerable([new Unlike()]);

        var problem = Assert.Throws<ArgumentException>(() => _estimator.Fit(data));

        Assert.Contains(
            "Column 'image': found none of that name among Picture; expected a vector of 784 Single (1×28×28).",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_chain_names_such_columns_before_it_fits_anything()
    {
        var missing = Assert.Throws<ArgumentException>(() => Fit(new Unlike()));
        var other = Assert.Throws<ArgumentException>(() => Fit(new DoubleImage()));

        Assert.StartsWith(
            "Column 'image': found none of that name among Picture; expected a Vector of Single.",
            missing.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith("Column 'image': found a Vector of Double;", other.Message, StringComparison.Ordinal);

        void Fit<TRow>(TRow row)
            where TRow : class =>
            new EstimatorChain<ITransformer>().Append(_estimator).Fit(_mlContext.Data.LoadFromEnumerable([row]));
    }

    [Fact]
    public void A_vector_of_another_size_is_refused()
    {
        var data = _mlContext.Data.LoadFromEnumerable([new SmallImage()]);

        var problem = Assert.Throws<ArgumentException>(() => _transformer.Transform(data));

        Assert.Contains("found a vector of 100 Single", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubles_in_place_of_floats_are_refused()
    {
        var data = _mlContext.Data.LoadFromEnumerable([new DoubleImage()]);

        var problem = Assert.Throws<ArgumentException>(() => _transformer.Transform(data));

        Assert.Contains("found a vector of 784 Double", problem.Message, StringComparison.Ordinal);
    }

    private sealed class Unlike
    {
        [VectorType(784)]
        public float[] Picture { get; set; } = new float[784];
    }

    private sealed class SmallImage
    {
        [ColumnName("image"), VectorType(100)]
        public float[] Image { get; set; } = new float[100];
    }

    private sealed class DoubleImage
    {
        [ColumnName("image"), VectorType(784)]
        public double[] Image { get; set; } = new double[784];
    }
}
