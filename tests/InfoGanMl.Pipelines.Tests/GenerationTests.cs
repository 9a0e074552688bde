using InfoGanMl.Inference;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

public sealed class GenerationTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [Fact]
    public void Drawn_and_chosen_codes_are_columns_that_the_generator_reads()
    {
        var model = PretrainedModel.Mnist;
        var latents = new LatentSampler(model.Latent, seed: 1)
            .Draw(5)
            .WithBalancedCategories()
            .WithContinuous(0, row => row - 2);
        using var generator = ImageGenerator.Open(model);

        var data = _mlContext.Data.LoadLatents(latents);
        using var transformer = _mlContext.Transforms.GenerateWithInfoGan(model, batchSize: 2).Fit(data);
        var found = transformer.Transform(data);

        Assert.Equal([0, 1, 2, 3, 4], found.GetColumn<int>("category_index"));
        Assert.Equal([-2f, -1, 0, 1, 2], found.GetColumn<float[]>("slant").Select(Assert.Single));
        var images = found.GetColumn<float[]>("image").SelectMany(row => row);
        Assert.All(generator.Generate(latents).Zip(images), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Generated_images_become_gray_pictures_of_the_same_pixels()
    {
        var model = PretrainedModel.Mnist;
        var data = _mlContext.Data.LoadLatents(new LatentSampler(model.Latent, seed: 1).Draw(3));

        using var chain = _mlContext
            .Transforms.GenerateWithInfoGan(model)
            .Append(_mlContext.Transforms.ConvertToPicture(model, "picture"))
            .Fit(data);
        var found = chain.Transform(data);

        var pictures = found.GetColumn<MLImage>("picture").Select(BytesOf).ToList();
        var images = found.GetColumn<float[]>("image").Select(image => ImageFormat.ToBytes(image)).ToList();
        Assert.Equal(3, pictures.Count);
        Assert.Equal(
            images.SelectMany(image => image).SelectMany(pixel => (byte[])[pixel, pixel, pixel, 255]), // opaque
            pictures.SelectMany(picture => picture)
        );
    }

    [Fact]
    public void A_balanced_set_names_itself_with_the_classifier_that_names_categories()
    {
        var model = PretrainedModel.Mnist;
        var latents = new LatentSampler(model.Latent, seed: 1).Draw(200).WithBalancedCategories();
        var data = _mlContext.Data.LoadLatents(latents);

        using var chain = _mlContext
            .Transforms.GenerateWithInfoGan(model)
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(model))
            .Append(_mlContext.NameCategories(model, labelColumnName: "category_index"))
            .Fit(data);
        var found = chain.Transform(data).GetColumn<int>("PredictedLabel");

        Assert.InRange(latents.Categories[0].Zip(found).Count(pair => pair.First == pair.Second), 190, 200);
    }

    private static byte[] BytesOf(MLImage picture) => picture.Pixels.ToArray();
}
