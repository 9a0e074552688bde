using InfoGanMl.Inference;
using InfoGanMl.Models.Tensors;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Graphs;
using InfoGanMl.Pipelines.Memory;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

public sealed class BatchedTransformTests : IDisposable
{
    private const float Rounding = 1e-5f;
    private const int BatchSize = 4;

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly InfoGanTransformer _recognizer;

    public BatchedTransformTests() => _recognizer = Fit(BatchSize);

    public void Dispose() => _recognizer.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    public async Task Any_number_of_rows_gives_what_the_recognizer_says_of_them(int count)
    {
        var images = await Digits.TestImagesAsync(count);
        using var recognizer = ImageRecognizer.Open(PretrainedModel.Mnist);

        var found = _recognizer.Transform(Load(Digits.ToRows(images)));

        var expected = recognizer.Recognize(Digits.ToFloats(images)).Features;
        var features = found.GetColumn<float[]>("features").SelectMany(row => row).ToList();
        Assert.Equal(expected.Length, features.Count);
        Assert.All(expected.Zip(features), pair => Assert.Equal(pair.First, pair.Second, Rounding));
    }

    [Fact]
    public void The_columns_are_those_of_the_stock_transformer()
    {
        var model = PretrainedModel.Mnist;
        AssertColumns(
            Load(Array.Empty<ImageRow>()),
            model.Manifest.Recognizer,
            model.RecognizerPath,
            _mlContext.Transforms.RecognizeWithInfoGan(model)
        );
        AssertColumns(
            _mlContext.Data.LoadLatents(new LatentSampler(model.Latent, seed: 1).Draw(1)),
            model.Manifest.Generator,
            model.GeneratorPath,
            _mlContext.Transforms.GenerateWithInfoGan(model)
        );
    }

    private void AssertColumns(IDataView data, GraphTensors tensors, string path, InfoGanEstimator estimator)
    {
        var stock = _mlContext.Transforms.ApplyOnnxModel(
            [.. tensors.Outputs.Select(tensor => tensor.Name)],
            [.. tensors.Inputs.Select(tensor => tensor.Name)],
            path
        );
        using var expected = stock.Fit(data);
        using var found = estimator.Fit(data);

        Assert.Equal(ColumnsOf(expected), ColumnsOf(found));
        Assert.Equal(ShapeOf(stock), ShapeOf(estimator));

        IEnumerable<string> ColumnsOf(ITransformer step) =>
            step.Transform(data).Schema.Select(column => $"{column.Name} {column.Type}");
        IEnumerable<string> ShapeOf(IEstimator<ITransformer> step) =>
            step.GetOutputSchema(SchemaShapes.Of(GraphColumns.Of(tensors.Inputs)))
                .Select(column => $"{column.Name} {column.Kind} of {column.ItemType}");
    }

    [Fact]
    public async Task Other_columns_pass_through_untouched_whatever_their_type()
    {
        var images = await Digits.TestImagesAsync(10);
        var rows = Digits
            .ToRows(images)
            .Select(
                (row, i) =>
                    new RichRow
                    {
                        Image = row.Image,
                        Name = $"digit {i}",
                        Taken = new DateTime(2026, 1, 1 + i),
                        Sizes = [i, 2 * i],
                        IsEven = i % 2 == 0,
                    }
            )
            .ToList();

        var found = _mlContext.Data.CreateEnumerable<RichRow>(
            _recognizer.Transform(Load(rows)),
            reuseRowObject: false,
            schemaDefinition: ImageRow.SchemaOf<RichRow>(images.Format)
        );

        Assert.Equivalent(rows, found.ToList(), strict: true);
    }

    [Fact]
    public async Task Nothing_is_read_before_it_is_asked_for_and_then_at_most_a_batch_ahead()
    {
        var images = await Digits.TestImagesAsync(10);
        var read = 0;
        var rows = Digits
            .ToRows(images)
            .Select(row =>
            {
                read++;
                return row;
            });

        var found = _recognizer.Transform(Load(rows));
        Assert.Equal(0, read);

        using var cursor = found.GetRowCursor([found.Schema["features"]]);
        Assert.Equal(0, read);
        cursor.MoveNext();
        Assert.InRange(read, 1, BatchSize + 2); // ML.NET itself reads a row ahead
    }

    [Fact]
    public void Columns_that_the_graph_does_not_make_cost_no_run_of_it()
    {
        var rows = new[]
        {
            new LabeledImageRow { Image = Blank(float.NaN), Label = 7 },
        };

        var found = _recognizer.Transform(Load(rows));

        Assert.Equal([7], found.GetColumn<int>("Label")); // the image could not be recognized
    }

    [Fact]
    public async Task Shuffled_rows_keep_their_own_outputs()
    {
        var images = await Digits.TestImagesAsync(30);
        var source = _mlContext.Data.Cache(Load(Digits.ToRows(images)));
        var expected = _recognizer.Transform(source).GetColumn<float[]>("category_probabilities").ToList();
        var found = _recognizer.Transform(source);
        Assert.True(found.CanShuffle);

        var order = new List<long>();
        using var cursor = found.GetRowCursor(found.Schema, new Random(5));
        var (id, idOf) = (default(DataViewRowId), cursor.GetIdGetter());
        var (value, getter) = (
            default(VBuffer<float>),
            cursor.GetGetter<VBuffer<float>>(found.Schema["category_probabilities"])
        );
        while (cursor.MoveNext())
        {
            idOf(ref id);
            getter(ref value);
            order.Add((long)id.Low);
            Assert.All(
                expected[(int)id.Low].Zip(value.DenseValues()),
                pair => Assert.Equal(pair.First, pair.Second, Rounding)
            );
        }

        Assert.NotEqual(order.Order(), order);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => (long)i), order.Order());
    }

    [Fact]
    public async Task Several_cursors_walk_at_their_own_pace()
    {
        var images = await Digits.TestImagesAsync(9);
        var found = _recognizer.Transform(Load(Digits.ToRows(images)));
        var expected = found.GetColumn<float[]>("features").ToList();

        using var ahead = found.GetRowCursor(found.Schema);
        using var behind = found.GetRowCursor(found.Schema);
        Assert.True(ahead.MoveNext() && ahead.MoveNext() && ahead.MoveNext() && ahead.MoveNext() && ahead.MoveNext());
        Assert.True(behind.MoveNext());

        Assert.Equal(expected[4], FeaturesAt(ahead));
        Assert.Equal(expected[0], FeaturesAt(behind));
    }

    [Fact]
    public async Task Many_threads_get_the_same_answers_from_one_transformer()
    {
        var images = await Digits.TestImagesAsync(50);
        var found = _recognizer.Transform(Load(Digits.ToRows(images).ToList()));
        var expected = found.GetColumn<float[]>("features").ToList();

        Parallel.For(0, 16, _ => Assert.Equal(expected, found.GetColumn<float[]>("features")));
    }

    private InfoGanEstimator Estimator(int batchSize) =>
        _mlContext.Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist, batchSize: batchSize);

    private InfoGanTransformer Fit(int batchSize) => Estimator(batchSize).Fit(Load(Array.Empty<ImageRow>()));

    private IDataView Load<TRow>(IEnumerable<TRow> rows)
        where TRow : ImageRow => _mlContext.Data.LoadImages(rows, PretrainedModel.Mnist);

    private static float[] FeaturesAt(DataViewRowCursor cursor)
    {
        VBuffer<float> value = default;
        cursor.GetGetter<VBuffer<float>>(cursor.Schema["features"])(ref value);
        return [.. value.DenseValues()];
    }

    private static float[] Blank(float pixel) => [.. Enumerable.Repeat(pixel, 784)];

    private sealed class RichRow : ImageRow
    {
        public string Name { get; set; } = "";

        public DateTime Taken { get; set; }

        [VectorType(2)]
        public int[] Sizes { get; set; } = [];

        public bool IsEven { get; set; }
    }
}
