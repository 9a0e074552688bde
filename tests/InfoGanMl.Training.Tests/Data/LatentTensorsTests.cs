using InfoGanMl.Models.Latents;
using InfoGanMl.Training.Data;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

public class LatentTensorsTests
{
    private static readonly LatentSpace Latent = new(
        4,
        [new("a", 3), new("b", 2)],
        [new("uniform"), new("gaussian", Prior.Gaussian)],
        NoisePrior: Prior.Uniform
    );

    [Fact]
    public void Rows_are_noise_then_one_hot_codes_then_continuous_codes()
    {
        var rows = Sampler(seed: 1, Latent).Sample(1000);

        Assert.Equal([1000, 4 + 3 + 2 + 2], rows.shape);
        AssertOneHot(rows.narrow(1, 4, 3));
        AssertOneHot(rows.narrow(1, 7, 2));
    }

    [Fact]
    public void Uniform_variables_fill_the_interval_and_stay_in_it()
    {
        var rows = Sampler(seed: 1, Latent).Sample(10_000);
        var uniform = cat([rows.narrow(1, 0, 4), rows.narrow(1, 9, 1)], 1);

        Assert.InRange(uniform.min().item<float>(), -1f, -0.99f);
        Assert.InRange(uniform.max().item<float>(), 0.99f, 1f);
    }

    [Fact]
    public void Gaussian_variables_have_variance_one()
    {
        var gaussian = Sampler(seed: 1, Latent with { NoisePrior = Prior.Gaussian }).Sample(20_000).narrow(1, 0, 4);

        Assert.Equal(1, gaussian.var().item<float>(), 0.03);
        Assert.Equal(0, gaussian.mean().item<float>(), 0.02);
    }

    [Fact]
    public void Every_category_is_drawn_alike()
    {
        var shares = Sampler(seed: 1, Latent).Sample(30_000).narrow(1, 4, 3).mean([0]);

        Assert.All(shares.data<float>().ToArray(), share => Assert.Equal(1 / 3f, share, 0.01f));
    }

    [Fact]
    public void Categories_are_drawn_as_often_as_a_recognizer_thinks_them_likely()
    {
        var codes = tensor(new float[] { 0, 0, -100, 0, MathF.Log(3), 9, 9 }).repeat(20_000, 1); // logits of a and b, then means

        var categories = Sampler(seed: 1, Latent).SampleCategories(codes);

        AssertOneHot(categories.narrow(1, 0, 3));
        AssertOneHot(categories.narrow(1, 3, 2));
        float[] expected = [0.5f, 0.5f, 0, 0.25f, 0.75f];
        Assert.All(expected.Zip(categories.mean([0]).data<float>()), p => Assert.Equal(p.First, p.Second, 0.02f));
    }

    [Fact]
    public void The_same_seed_draws_the_same_rows()
    {
        var (first, second, other) = (Sampler(1, Latent), Sampler(1, Latent), Sampler(2, Latent));

        var rows = first.Sample(8);

        Assert.True(rows.Equals(second.Sample(8)));
        Assert.False(rows.Equals(other.Sample(8)));
    }

    [Fact]
    public void A_grid_has_a_row_per_category_and_the_same_noise_down_each_column()
    {
        var rows = Sampler(1, Latent).SampleGrid(5);

        Assert.Equal([3 * 5, Latent.Width], rows.shape);
        Assert.True(rows.narrow(1, 4, 3).argmax(1).Equals(arange(3).repeat_interleave(5)));
        Assert.True(rows.narrow(0, 0, 5).narrow(1, 0, 4).Equals(rows.narrow(0, 10, 5).narrow(1, 0, 4)));
    }

    [Fact]
    public void Without_a_category_a_grid_has_a_row_per_continuous_code_that_rises_from_left_to_right()
    {
        var rows = Sampler(1, Latent with { Categorical = [] }).SampleGrid(5);

        Assert.Equal([2 * 5, 4 + 2], rows.shape);
        Assert.Equal([-2, -1, 0, 1, 2], rows.narrow(0, 0, 5).select(1, 4).data<float>().ToArray());
        Assert.Equal([-2, -1, 0, 1, 2], rows.narrow(0, 5, 5).select(1, 5).data<float>().ToArray());
        Assert.True(rows.narrow(0, 0, 5).select(1, 5).Equals(rows[0, 5].expand(5))); // the other code stays
        Assert.True(rows.narrow(1, 0, 4).Equals(rows.narrow(0, 0, 1).narrow(1, 0, 4).expand(10, 4)));
    }

    [Fact]
    public void Without_any_code_a_grid_is_a_row_of_images() =>
        Assert.Equal([5, 4], Sampler(1, Latent with { Categorical = [], Continuous = [] }).SampleGrid(5).shape);

    private static LatentTensors Sampler(ulong seed, LatentSpace latent) => new(latent, new RandomSource(seed, CPU));

    private static void AssertOneHot(Tensor rows)
    {
        Assert.True(rows.sum(1).Equals(ones(rows.shape[0])));
        Assert.True(rows.amax([1]).Equals(ones(rows.shape[0])));
    }
}
