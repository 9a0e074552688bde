using InfoGanMl.Models;
using InfoGanMl.Models.Latents;
using InfoGanMl.Testing;

namespace InfoGanMl.Inference.Tests;

public sealed class ImageGeneratorTests : IDisposable
{
    private readonly ModelFolder _model = PretrainedModel.Mnist;
    private readonly ImageGenerator _generator = ImageGenerator.Open(PretrainedModel.Mnist, new() { BatchSize = 64 });

    public void Dispose() => _generator.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void Latents_around_the_batch_size_give_an_image_each(int count)
    {
        var images = _generator.Generate(new LatentSampler(_model.Latent, seed: 1).Draw(count));

        Assert.Equal(count * 784, images.Length);
        Assert.All(images, pixel => Assert.InRange(pixel, 0, 1));
    }

    [Fact]
    public void The_same_latents_give_the_same_images_in_any_batch_size()
    {
        using var oneByOne = ImageGenerator.Open(_model, new() { BatchSize = 1 });
        var latents = new LatentSampler(_model.Latent, seed: 1).Draw(65);

        var pairs = _generator.Generate(latents).Zip(oneByOne.Generate(latents));

        Assert.All(pairs, pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void A_chosen_category_changes_the_image()
    {
        var latents = new LatentSampler(_model.Latent, seed: 1).Draw(1);

        var images = Enumerable
            .Range(0, 10)
            .Select(category => _generator.Generate(latents.WithCategory(0, _ => category)));

        Assert.Equal(10, images.Distinct(new SamePixels()).Count());
    }

    [Fact]
    public void Several_threads_get_the_images_that_one_gets()
    {
        var latents = new LatentSampler(_model.Latent, seed: 1).Draw(130);
        var expected = _generator.Generate(latents);

        Parallel.For(
            0,
            16,
            new() { MaxDegreeOfParallelism = 8 },
            _ => Assert.Equal(expected, _generator.Generate(latents))
        );
    }

    [Fact]
    public void Latents_of_another_space_are_refused()
    {
        var other = new LatentSpace(5, [new CategoricalCode("category", 3)], []);

        var mistake = Assert.Throws<ArgumentException>(() => _generator.Generate(new LatentSampler(other, 1).Draw(2)));

        Assert.Contains(
            "Found inputs of 10, 6 values; expected 124, 20, 2, 2",
            mistake.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_disposed_generator_refuses_to_work()
    {
        _generator.Dispose();

        Assert.Throws<ObjectDisposedException>(() =>
            _generator.Generate(new LatentSampler(_model.Latent, seed: 1).Draw(1))
        );
    }

    private sealed class SamePixels : IEqualityComparer<float[]>
    {
        public bool Equals(float[]? x, float[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(float[] obj) => 0;
    }
}
