using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>What a batched transform refuses.</summary>
public sealed class BatchedRefusalTests : IDisposable
{
    private const int BatchSize = 4;

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly InfoGanTransformer _recognizer;

    public BatchedRefusalTests() => _recognizer = Fit(BatchSize);

    public void Dispose() => _recognizer.Dispose();

    [Fact]
    public void An_output_that_the_cursor_was_not_asked_for_has_no_getter()
    {
        var found = _recognizer.Transform(Load([new LabeledImageRow { Image = Blank(0) }]));
        using var cursor = found.GetRowCursor([found.Schema["Label"]]);

        Assert.False(cursor.IsColumnActive(found.Schema["features"]));
        var problem = Assert.Throws<ArgumentException>(() =>
            cursor.GetGetter<VBuffer<float>>(found.Schema["features"])
        );

        Assert.Contains("'features'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_gives_other_rows_the_second_time_is_refused()
    {
        var rows = Digits.ToRows(await Digits.TestImagesAsync(6)).ToList();
        var passes = 0;
        var data = Load(rows.Where(row => passes++ < 5)); // the pass that reads ahead takes four

        var problem = Assert.Throws<InvalidOperationException>(() =>
            _recognizer.Transform(data).GetColumn<float[]>("features").ToList()
        );

        Assert.Contains("Cache it", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_pixel_that_is_no_finite_number_is_refused_by_row_and_column(float pixel)
    {
        var rows = new[]
        {
            new ImageRow { Image = Blank(0) },
            new ImageRow { Image = [pixel, .. Blank(0)[1..]] },
        };

        var problem = Assert.Throws<InvalidRowException>(() =>
            _recognizer.Transform(Load(rows)).GetColumn<float[]>("features").ToList()
        );

        Assert.Equal((1, "image"), (problem.Row, problem.Column));
    }

    [Fact]
    public void A_single_image_with_such_a_pixel_is_refused_by_a_prediction_engine_too()
    {
        using var engine = CreateEngine(_recognizer);

        Assert.Equal(128, engine.Predict(new() { Image = Blank(0) }).Features.Length);
        var problem = Assert.Throws<InvalidRowException>(() =>
            engine.Predict(new() { Image = [float.NaN, .. Blank(0)[1..]] })
        );

        Assert.Equal("image", problem.Column);
    }

    [Fact]
    public void A_batch_of_less_than_a_row_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimator(batchSize: 0));
    }

    private InfoGanEstimator Estimator(int batchSize) =>
        _mlContext.Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist, batchSize: batchSize);

    private InfoGanTransformer Fit(int batchSize) => Estimator(batchSize).Fit(Load(Array.Empty<ImageRow>()));

    private IDataView Load<TRow>(IEnumerable<TRow> rows)
        where TRow : ImageRow => _mlContext.Data.LoadImages(rows, PretrainedModel.Mnist);

    private PredictionEngine<ImageRow, FeaturesRow> CreateEngine(InfoGanTransformer transformer) =>
        _mlContext.Model.CreatePredictionEngine<ImageRow, FeaturesRow>(
            transformer,
            inputSchemaDefinition: ImageRow.SchemaOf<ImageRow>(PretrainedModel.Mnist.Image)
        );

    private static float[] Blank(float pixel) => [.. Enumerable.Repeat(pixel, 784)];

    private sealed class FeaturesRow
    {
        [ColumnName("features")]
        public float[] Features { get; set; } = [];
    }
}
