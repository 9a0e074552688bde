using System.Reflection;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

public sealed class CategoryNamingTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_label_of_each_class_makes_a_classifier()
    {
        var train = await Digits.LabeledAsync(10);
        var test = await Digits.TestImagesAsync(1000);

        using var named = Fit(_mlContext.Data.LoadImages(Digits.ToRows(train), PretrainedModel.Mnist));
        var found = named.Transform(LoadUnlabeled(test)).GetColumn<int>("PredictedLabel");

        Assert.InRange(test.Labels.Zip(found).Count(pair => pair.First == pair.Second), 970, 1000);
    }

    [Fact]
    public async Task Each_row_gets_the_class_of_its_likeliest_category_and_a_sure_one_a_sure_score()
    {
        var train = await Digits.LabeledAsync(10);
        var test = await Digits.TestImagesAsync(500);

        using var named = Fit(_mlContext.Data.LoadImages(Digits.ToRows(train), PretrainedModel.Mnist));
        var found = named.Transform(LoadUnlabeled(test));
        var categories = found
            .GetColumn<float[]>("category_probabilities")
            .Select(row => (Category: row.AsSpan().IndexOf(row.Max()), Probability: row.Max()))
            .Zip(found.GetColumn<int>("PredictedLabel"), found.GetColumn<float[]>("Score"))
            .ToList();

        Assert.All(
            categories.GroupBy(row => row.First.Category),
            category => Assert.Single(category.Select(row => row.Second).Distinct())
        );
        Assert.All(
            categories.Where(row => row.First.Probability > 0.99),
            row => Assert.InRange(row.Third.Max(), 0.9, 1)
        );
    }

    [Fact]
    public async Task Rows_without_a_label_are_passed_over_and_labels_may_be_words()
    {
        var train = await Digits.LabeledAsync(40);
        var rows = Digits
            .ToRows(train)
            .Select(
                (row, i) =>
                    new WordRow
                    {
                        Image = row.Image,
                        Parity =
                            i % 2 == 0 ? ""
                            : row.Label % 2 == 0 ? "even"
                            : "odd",
                    }
            );

        using var named = Fit(_mlContext.Data.LoadImages(rows, PretrainedModel.Mnist), nameof(WordRow.Parity));
        var found = named.Transform(LoadUnlabeled(train)).GetColumn<string>("PredictedLabel");

        Assert.True(train.Labels.Zip(found).Count(pair => pair.First % 2 == 0 == (pair.Second == "even")) >= 38);
    }

    [Fact]
    public async Task What_is_named_is_saved_as_stock_ML_NET_and_predicts_the_same()
    {
        var train = await Digits.LabeledAsync(10);
        var test = LoadUnlabeled(await Digits.TestImagesAsync(50));
        using var named = Fit(_mlContext.Data.LoadImages(Digits.ToRows(train), PretrainedModel.Mnist));

        _mlContext.Model.Save(named, test.Schema, _folder["named.zip"]);
        var loaded = _mlContext.Model.Load(_folder["named.zip"], out _);

        Assert.Equal(
            named.Transform(test).GetColumn<int>("PredictedLabel"),
            loaded.Transform(test).GetColumn<int>("PredictedLabel")
        );
        (loaded as IDisposable)?.Dispose();
    }

    [Fact]
    public async Task The_promised_columns_are_those_that_come()
    {
        var train = await Digits.LabeledAsync(10);
        var data = _mlContext.Data.LoadImages(Digits.ToRows(train), PretrainedModel.Mnist);
        var recognized = _mlContext.Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist).Fit(data).Transform(data);
        var namer = _mlContext.NameCategories(PretrainedModel.Mnist);

        var promised = namer.GetOutputSchema(ShapeOf(recognized.Schema)).Select(column => column.Name);

        Assert.Equal(
            namer.Fit(recognized).Transform(recognized).Schema.Select(column => column.Name).Distinct().Order(),
            promised.Order()
        );
    }

    [Fact]
    public async Task A_single_class_is_refused()
    {
        var images = await Digits.TestImagesAsync(1);

        var problem = Assert.Throws<ArgumentException>(() =>
            Fit(_mlContext.Data.LoadImages(Digits.ToRows(images), PretrainedModel.Mnist))
        );

        Assert.Equal(
            "Column 'Label': found 1 classes; expected at least two, with a labeled row of each.",
            problem.Message
        );
    }

    [Fact]
    public void A_code_that_the_model_does_not_have_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.NameCategories(PretrainedModel.Mnist, code: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.NameCategories(PretrainedModel.Mnist, code: -1));
    }

    private TransformerChain<TransformerChain<ITransformer>> Fit(IDataView labeled, string labelColumnName = "Label") =>
        _mlContext
            .Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist)
            .Append(_mlContext.NameCategories(PretrainedModel.Mnist, labelColumnName))
            .Fit(labeled);

    /// <summary>ML.NET makes shapes of schemas for itself alone.</summary>
    private static SchemaShape ShapeOf(DataViewSchema schema) =>
        (SchemaShape)
            typeof(SchemaShape)
                .GetMethod("Create", BindingFlags.Static | BindingFlags.NonPublic)!
                .Invoke(null, [schema])!;

    private IDataView LoadUnlabeled(ImageSet images) =>
        _mlContext.Data.LoadImages(
            Digits.ToRows(images).Select(row => new ImageRow { Image = row.Image }).ToList(),
            PretrainedModel.Mnist
        );

    private sealed class WordRow : ImageRow
    {
        public string Parity { get; set; } = "";
    }
}
