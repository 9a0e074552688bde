using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

public sealed class InfoGanCatalogTests : IDisposable
{
    private const float Rounding = 1e-5f; // ML.NET runs one row at a time

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recognized_columns_hold_what_the_recognizer_says()
    {
        var images = await Digits.TestImagesAsync(20);
        using var recognizer = ImageRecognizer.Open(PretrainedModel.Mnist);
        var expected = recognizer.Recognize(Digits.ToFloats(images));
        var data = _mlContext.Data.LoadImages(Digits.ToRows(images), PretrainedModel.Mnist);

        using var transformer = _mlContext.Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist).Fit(data);
        var found = transformer.Transform(data);

        AssertColumn(expected.Probabilities[0], found, "category_probabilities");
        AssertColumn(expected.Means[0], found, "slant_mean");
        AssertColumn(expected.Means[1], found, "thickness_mean");
        AssertColumn(expected.Features, found, "features");
    }

    [Fact]
    public void Generated_images_are_those_of_the_generator()
    {
        var model = PretrainedModel.Mnist;
        var latents = new LatentSampler(model.Latent, seed: 1).Draw(5);
        using var generator = ImageGenerator.Open(model);
        var data = _mlContext.Data.LoadFromEnumerable(
            Enumerable
                .Range(0, latents.Count)
                .Select(row => new LatentRow
                {
                    Noise = [.. latents.Noise.Skip(row * 62).Take(62)],
                    Category = [.. Enumerable.Range(0, 10).Select(c => c == latents.Categories[0][row] ? 1f : 0f)],
                    Slant = [latents.Continuous[0][row]],
                    Thickness = [latents.Continuous[1][row]],
                })
        );

        using var transformer = _mlContext.Transforms.GenerateWithInfoGan(model).Fit(data);

        AssertColumn(generator.Generate(latents), transformer.Transform(data), "image");
    }

    [Fact]
    public void A_generated_image_can_be_recognized_in_the_same_pipeline()
    {
        var model = PretrainedModel.Mnist;
        var data = _mlContext.Data.LoadFromEnumerable([new LatentRow()]);

        using var chain = _mlContext
            .Transforms.GenerateWithInfoGan(model)
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(model))
            .Fit(data);
        var found = chain.Transform(data);

        Assert.Equal(10, found.GetColumn<float[]>("category_probabilities").Single().Length);
        Assert.Equal(10, found.GetColumn<float[]>("category").Single().Length); // G's input is not shadowed
    }

    [Fact]
    public void A_GPU_that_is_not_there_is_passed_over_when_falling_back_is_allowed()
    {
        var data = _mlContext.Data.LoadImages(new[] { new ImageRow { Image = new float[784] } }, PretrainedModel.Mnist);

        using var transformer = _mlContext
            .Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist, gpuDeviceId: 0, fallbackToCpu: true)
            .Fit(data);

        Assert.Single(transformer.Transform(data).GetColumn<float[]>("features"));
    }

    [Fact]
    public void The_GPU_of_the_context_is_passed_over_as_well_when_the_context_allows_it()
    {
        var mlContext = new MLContext(seed: 1) { GpuDeviceId = 0, FallbackToCpu = true };
        var data = mlContext.Data.LoadImages(
            new[]
            {
                new LabeledImageRow { Image = new float[784] },
                new LabeledImageRow { Image = new float[784], Label = 1 },
            },
            PretrainedModel.Mnist
        );
        var trainer = mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy();

        using var classifier = mlContext.ClassifyWithInfoGan(PretrainedModel.Mnist, trainer).Fit(data);

        Assert.Equal(2, classifier.Transform(data).GetColumn<int>("PredictedLabel").Count());
    }

    [Fact]
    public void A_model_that_was_damaged_after_opening_is_refused_by_name()
    {
        var model = PretrainedModel.CopyTo(_folder["model"]);
        File.Delete(model.RecognizerPath);

        var problem = Assert.Throws<InvalidModelFolderException>(() =>
            _mlContext.Transforms.RecognizeWithInfoGan(model)
        );

        Assert.Equal(model.RecognizerPath, problem.Path);
    }

    private static void AssertColumn(float[] expected, IDataView found, string column)
    {
        var values = found.GetColumn<float[]>(column).SelectMany(row => row).ToList();
        Assert.Equal(expected.Length, values.Count);
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, Rounding));
    }

    private sealed class LatentRow
    {
        [ColumnName("noise"), VectorType(62)]
        public float[] Noise { get; set; } = new float[62];

        [ColumnName("category"), VectorType(10)]
        public float[] Category { get; set; } = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        [ColumnName("slant"), VectorType(1)]
        public float[] Slant { get; set; } = [0];

        [ColumnName("thickness"), VectorType(1)]
        public float[] Thickness { get; set; } = [0];
    }
}
