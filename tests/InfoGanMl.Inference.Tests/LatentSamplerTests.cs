using InfoGanMl.Models.Latents;

namespace InfoGanMl.Inference.Tests;

public sealed class LatentSamplerTests
{
    private static readonly LatentSpace Space = new(
        Noise: 3,
        [new("digit", 10), new("style", 2)],
        [new("slant"), new("width", Prior.Gaussian)]
    );

    [Fact]
    public void The_same_seed_draws_the_same_latents()
    {
        var first = new LatentSampler(Space, seed: 5).Draw(10);
        var second = new LatentSampler(Space, seed: 5).Draw(10);

        Assert.Equal(first.Noise, second.Noise);
        Assert.Equal(first.Categories, second.Categories);
        Assert.Equal(first.Continuous, second.Continuous);
        Assert.NotEqual(first.Noise, new LatentSampler(Space, seed: 6).Draw(10).Noise);
    }

    [Fact]
    public void Every_draw_is_another_one()
    {
        var sampler = new LatentSampler(Space, seed: 5);

        Assert.NotEqual(sampler.Draw(10).Noise, sampler.Draw(10).Noise);
    }

    [Fact]
    public void Gaussian_noise_has_mean_0_and_variance_1()
    {
        var noise = new LatentSampler(Space, seed: 1).Draw(10_000).Noise;

        Assert.Equal(0, noise.Average(), 0.02f);
        Assert.Equal(1, noise.Average(z => z * z), 0.03f);
        Assert.Equal(3, noise.Average(z => z * z * z * z), 0.2f); // the fourth moment tells it from a uniform one
    }

    [Fact]
    public void Uniform_noise_fills_minus_1_to_1()
    {
        var noise = new LatentSampler(Space with { NoisePrior = Prior.Uniform }, seed: 1).Draw(10_000).Noise;

        Assert.All(noise, z => Assert.InRange(z, -1, 1));
        Assert.Equal(0, noise.Average(), 0.02f);
        Assert.Equal(1 / 3f, noise.Average(z => z * z), 0.01f);
    }

    [Fact]
    public void Categories_are_drawn_evenly()
    {
        var digits = new LatentSampler(Space, seed: 1).Draw(10_000).Categories[0];

        Assert.All(Enumerable.Range(0, 10), digit => Assert.InRange(digits.Count(d => d == digit), 900, 1100));
    }

    [Fact]
    public void Continuous_codes_are_drawn_from_their_own_priors()
    {
        var continuous = new LatentSampler(Space, seed: 1).Draw(10_000).Continuous;

        Assert.Equal(1 / 3f, continuous[0].Average(c => c * c), 0.01f);
        Assert.Equal(1, continuous[1].Average(c => c * c), 0.05f);
    }

    [Fact]
    public void Chosen_codes_replace_drawn_ones_and_nothing_else()
    {
        var drawn = new LatentSampler(Space, seed: 1).Draw(4);

        var chosen = drawn.WithCategory(1, row => row % 2).WithContinuous(0, row => row / 2f);

        Assert.Equal([0, 1, 0, 1], chosen.Categories[1]);
        Assert.Equal([0, 0.5f, 1, 1.5f], chosen.Continuous[0]);
        Assert.Equal(drawn.Noise, chosen.Noise);
        Assert.Equal(drawn.Categories[0], chosen.Categories[0]);
        Assert.Equal(drawn.Continuous[1], chosen.Continuous[1]);
    }

    [Fact]
    public void Noise_of_one_row_can_stand_in_every_row()
    {
        var drawn = new LatentSampler(Space, seed: 1).Draw(3);

        var same = drawn.WithNoise(_ => 1);

        var second = drawn.Noise.Skip(Space.Noise).Take(Space.Noise).ToArray();
        Assert.Equal([.. second, .. second, .. second], same.Noise);
        Assert.Equal(drawn.Categories[0], same.Categories[0]);
        Assert.Equal(drawn.Continuous[1], same.Continuous[1]);
    }

    [Fact]
    public void Balanced_categories_come_in_turn()
    {
        var balanced = new LatentSampler(Space, seed: 1).Draw(12).WithBalancedCategories();

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1], balanced.Categories[0]);
    }

    [Fact]
    public void Codes_and_categories_that_do_not_exist_are_refused()
    {
        var drawn = new LatentSampler(Space, seed: 1).Draw(4);

        Assert.Throws<ArgumentException>(() => drawn.WithCategory(2, _ => 0));
        Assert.Throws<ArgumentException>(() => drawn.WithCategory(-1, _ => 0));
        Assert.Throws<ArgumentException>(() => drawn.WithCategory(1, _ => 2));
        Assert.Throws<ArgumentException>(() => drawn.WithCategory(1, _ => -1));
        Assert.Throws<ArgumentException>(() => drawn.WithBalancedCategories(2));
        Assert.Throws<ArgumentException>(() => drawn.WithContinuous(2, _ => 0));
        Assert.Throws<ArgumentException>(() => drawn.WithNoise(_ => 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatentSampler(Space, seed: 1).Draw(-1));
    }
}
