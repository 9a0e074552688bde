using InfoGanMl.Datasets.Images;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>Models with several categorical codes, in color and of 64 pixels, and with none, in ML.NET.</summary>
public sealed class OtherKindsOfCodesTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_code_is_a_column_in_color_and_of_64_pixels()
    {
        var model = TinyFolder.Codes;
        var test = SpriteImages.For(model).Test;

        var found = Recognize(model, test);

        Assert.All(found.GetColumn<float[]>("category_1_probabilities"), row => Assert.Equal(3, row.Length));
        Assert.All(found.GetColumn<float[]>("category_2_probabilities"), row => Assert.Equal(5, row.Length));
        Assert.All(found.GetColumn<float[]>("category_2_probabilities"), row => Assert.Equal(1, row.Sum(), 1e-5f));
        using var recognizer = ImageRecognizer.Open(model);
        Assert.All(
            recognizer.Recognize(Digits.ToFloats(test)).Means[0].Zip(found.GetColumn<float[]>("continuous_1_mean")),
            pair => Assert.Equal(pair.First, Assert.Single(pair.Second), 1e-5f)
        );
    }

    [Fact]
    public void Without_a_categorical_code_there_are_means_and_features()
    {
        var model = TinyFolder.Continuous;

        var found = Recognize(model, SpriteImages.For(model).Test);

        Assert.Equal(
            ["continuous_1_mean", "continuous_2_mean", "features"],
            found.Schema.Select(column => column.Name).Except(["Image", "image", "Label"]).Order()
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.NameCategories(model));
    }

    [Fact]
    public void Any_of_several_codes_can_be_named()
    {
        var model = TinyFolder.Codes;
        var data = Load(model, SpriteImages.For(model).Train);

        using var second = _mlContext
            .Transforms.RecognizeWithInfoGan(model)
            .Append(_mlContext.NameCategories(model, code: 1))
            .Fit(data);

        Assert.Subset(
            new HashSet<int> { 0, 1, 2 },
            second.Transform(data).GetColumn<int>("PredictedLabel").ToHashSet()
        );
    }

    public static TheoryData<string> Kinds => ["Tiny-codes", "Tiny-continuous"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_classifier_on_the_outputs_predicts_the_same_after_saving(string kind)
    {
        var model = Open(kind);
        var data = SpriteImages.For(model);
        var trainer = _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy();
        using var fitted = _mlContext.ClassifyWithInfoGan(model, trainer).Fit(Load(model, data.Train));
        var scoring = fitted.GetModelFor(TransformerScope.Scoring);

        _mlContext.Model.Save(scoring, Load(model, data.Train).Schema, _folder["shapes.zip"]);
        using var loaded = _mlContext.Model.LoadInfoGan(_folder["shapes.zip"], out _);

        var expected = scoring.Transform(Load(model, data.Test)).GetColumn<int>("PredictedLabel").ToList();
        Assert.Equal(expected, loaded.Transform(Load(model, data.Test)).GetColumn<int>("PredictedLabel"));
        Assert.Subset(new HashSet<int> { 0, 1, 2 }, expected.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Drawn_images_become_pictures_and_pictures_images_again(string kind)
    {
        var model = Open(kind);
        var format = model.Image;
        var codes = _mlContext.Data.LoadLatents(new LatentSampler(model.Latent, seed: 1).Draw(2));
        using var chain = _mlContext
            .Transforms.GenerateWithInfoGan(model)
            .Append(_mlContext.Transforms.ConvertToPicture(model, "picture"))
            .Fit(codes);
        var drawn = chain.Transform(codes);
        var images = drawn.GetColumn<float[]>("image").Select(image => ImageFormat.ToBytes(image)).ToList();
        Assert.All(
            drawn.GetColumn<MLImage>("picture"),
            picture => Assert.Equal((format.Width, format.Height), (picture.Width, picture.Height))
        );

        _folder.Write("a/0.png", PngImage.Encode(images[0], format));
        _folder.Write("a/1.png", PngImage.Encode(images[1], format));
        var files = _mlContext.Data.LoadPictureFiles(_folder["a"]);
        var found = _mlContext.Transforms.LoadPictures(model).Fit(files).Transform(files);

        Assert.Equal(images, found.GetColumn<float[]>("image").Select(image => ImageFormat.ToBytes(image)));
    }

    private static ModelFolder Open(string kind) => kind == "Tiny-codes" ? TinyFolder.Codes : TinyFolder.Continuous;

    private IDataView Recognize(ModelFolder model, ImageSet images)
    {
        var data = Load(model, images);
        return _mlContext.Transforms.RecognizeWithInfoGan(model).Fit(data).Transform(data);
    }

    private IDataView Load(ModelFolder model, ImageSet images) =>
        _mlContext.Data.LoadImages(Digits.ToRows(images), model);
}
