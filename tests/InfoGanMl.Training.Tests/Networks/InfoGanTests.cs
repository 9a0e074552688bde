using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Networks;
using Xunit;

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
        using var gan = TinyParts.Networks(Options);

        Assert.Equal(0.02, Deviation(gan.Generator), 0.002);
        Assert.Equal(0.5, Deviation(gan.Trunk), 0.1);
        Assert.Equal(0.5, Deviation(gan.Discriminator!), 0.2); // 16 weights
        Assert.Equal(0.5, Deviation(gan.Recognizer.Features), 0.1);
        Assert.Equal(0.5, Deviation(gan.Recognizer.Codes), 0.15);
    }

    private static double Deviation(LayerModule module) => module.parameters().First().std().item<float>();
}
