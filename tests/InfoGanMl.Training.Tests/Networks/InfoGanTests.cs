using InfoGanMl.Models;
using InfoGanMl.Training.Networks;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Networks;

public class InfoGanTests
{
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        GeneratorWeightDeviation = 0.02,
        DiscriminatorWeightDeviation = 0.5,
    };

    [Fact]
    public void The_generator_and_the_others_start_with_deviations_of_their_own()
    {
        using var gan = TinyRun.Networks(Options);

        Assert.Equal(0.02, Deviation(gan.Generator), 0.002);
        Assert.Equal(0.5, Deviation(gan.Trunk), 0.1);
        Assert.Equal(0.5, Deviation(gan.Discriminator), 0.2); // 16 weights
        Assert.Equal(0.5, Deviation(gan.Recognizer.Features), 0.1);
        Assert.Equal(0.5, Deviation(gan.Recognizer.Codes), 0.15);
    }

    [Theory]
    [InlineData(0.13, 0.13)]
    [InlineData(0.7, 0.7)]
    [InlineData(0, 0.01)]
    [InlineData(1, 0.99)]
    public void The_generator_starts_at_a_brightness(double brightness, double expected)
    {
        // Weights are small, so nearly all that reaches the sigmoid is the bias: ln(b / (1 − b)), and σ of that is b.
        using var gan = TinyRun.Networks(Options);
        gan.StartGeneratorAt(brightness);

        var images = gan.Generator.forward(randn([32, Options.Latent.Width], generator: new Generator(1)));

        Assert.Equal(expected, images.mean().item<float>(), 0.005);
    }

    [Fact]
    public void Only_the_last_bias_sets_the_brightness()
    {
        using var gan = TinyRun.Networks(Options);
        var before = gan.Generator.parameters().Select(parameter => parameter.detach().clone()).ToList();

        gan.StartGeneratorAt(0.13);

        var same = before.Zip(gan.Generator.parameters(), (old, now) => old.Equals(now)).ToList();
        Assert.All(same[..^1], Assert.True);
        Assert.False(same[^1]);
    }

    private static double Deviation(LayerModule module) => module.parameters().First().std().item<float>();
}
