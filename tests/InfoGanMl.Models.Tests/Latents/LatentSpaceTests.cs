using InfoGanMl.Models.Latents;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Models.Tests.Latents;

public class LatentSpaceTests
{
    private static readonly LatentSpace Mnist = new(62, [new("category", 10)], [new("slant"), new("thickness")]);

    [Fact]
    public void Mnist_has_the_papers_74_variables()
    {
        Assert.Equal(74, Mnist.Width); // 62 noise variables + 10 categories + 2 continuous codes
        Assert.Equal(10, Mnist.CategoricalWidth);
    }

    [Fact]
    public void Tensors_are_named_after_the_codes()
    {
        Assert.Equal(
            ["noise [62]", "category [10]", "slant [1]", "thickness [1]"],
            Mnist.GeneratorInputs.Select(Describe)
        );
        Assert.Equal(
            ["category_probabilities [10]", "slant_mean [1]", "thickness_mean [1]"],
            Mnist.RecognizerOutputs.Select(Describe)
        );
    }

    [Fact]
    public void No_tensor_name_is_both_an_input_of_G_and_an_output_of_Q() =>
        Assert.Empty(Mnist.GeneratorInputs.Select(t => t.Name).Intersect(Mnist.RecognizerOutputs.Select(t => t.Name)));

    [Fact]
    public void Entropy_and_variances_are_those_of_the_priors()
    {
        Assert.Equal(2.302585, new CategoricalCode("category", 10).Entropy, 6); // ln 10
        Assert.Equal(1.0 / 3, new ContinuousCode("code").Variance, 12); // (1 - -1)² / 12
        Assert.Equal(1, new ContinuousCode("code", Prior.Gaussian).Variance);
    }

    [Fact]
    public void A_latent_space_without_codes_is_allowed() => Assert.Empty(new LatentSpace(1, [], []).FindMistakes());

    [Fact]
    public void All_mistakes_are_reported_together()
    {
        var latent = new LatentSpace(
            Noise: 0,
            [new("category", 1), new("Bad name", 2), new("", 2)],
            [new("category"), new("noise")]
        );

        Assert.Equal(
            [
                "latent.noise is 0; expected at least 1.",
                "code 'category' has 1 categories; expected at least 2.",
                "code name 'Bad name' is not usable as a column; expected lower-case letters, digits and '_'.",
                "code name '' is not usable as a column; expected lower-case letters, digits and '_'.",
                "code name 'noise' is used more than once; expected distinct names.",
                "code name 'category' is used more than once; expected distinct names.",
            ],
            latent.FindMistakes()
        );
    }

    private static string Describe(TensorShape tensor) => $"{tensor.Name} [{string.Join(", ", tensor.Shape)}]";
}
