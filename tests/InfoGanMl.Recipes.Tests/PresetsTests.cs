using System.Text.Json;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Testing;

namespace InfoGanMl.Recipes.Tests;

public class PresetsTests
{
    public static TheoryData<string> Names => [.. Presets.All.Select(preset => preset.Preset)];

    [Fact]
    public void The_presets_are_named_and_mnist_comes_first() =>
        Assert.Equal(
            [
                "mnist",
                "fashion",
                "pictures",
                "photos",
                "photos-cifar10",
                "dsprites",
                "mnist-paper",
                "svhn-paper",
                "celeba-paper",
                "faces-paper",
                "chairs-paper",
                "mnist-short",
                "fashion-short",
                "pictures-short",
                "photos-short",
                "smoke",
            ],
            Presets.All.Select(preset => preset.Preset)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_preset_is_found_by_its_name_and_can_be_trained(string name)
    {
        Assert.Equal(name, Presets.Find(name).Preset);
        Assert.Empty(Presets.Find(name).FindMistakes());
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<InvalidOptionsException>(() => Presets.Find("mnits"));

        Assert.Equal(
            [
                "preset is 'mnits'; expected one of: mnist, fashion, pictures, photos, photos-cifar10, dsprites, mnist-paper, svhn-paper, "
                    + "celeba-paper, faces-paper, chairs-paper, mnist-short, fashion-short, pictures-short, photos-short, smoke, or a .json file.",
            ],
            error.Mistakes
        );
    }

    [Fact]
    public void Mnist_has_a_category_and_codes_that_are_taught_slant_and_thickness()
    {
        var latent = Presets.Mnist.Latent;

        Assert.Equal(("category", 10), Assert.Single(latent.Categorical.Select(code => (code.Name, code.Size))));
        Assert.Equal(
            [("slant", AugmentationKind.Slant), ("thickness", AugmentationKind.Thickness)],
            latent.Continuous.Select(code => (code.Name, code.Follows!.Value))
        );
    }

    [Fact]
    public void Mnist_paper_is_table_1_of_the_paper()
    {
        var paper = Presets.MnistPaper;

        Assert.Equal(
            (62, 10, 2),
            (paper.Latent.Noise, paper.Latent.Space.CategoricalWidth, paper.Latent.Continuous.Count)
        );
        Assert.All(paper.Latent.Continuous, code => Assert.Equal(Prior.Uniform, code.Prior));
        Assert.All(paper.Latent.Continuous, code => Assert.Null(code.Follows)); // G and Q decide what a code means
        Assert.Equal((0.02, 0.02), (paper.GeneratorWeightDeviation, paper.DiscriminatorWeightDeviation));
        Assert.Equal((2e-4, 1e-3), (paper.DiscriminatorLearningRate, paper.GeneratorLearningRate));
        Assert.Equal(128, paper.BatchSize); // the authors' code
        Assert.Null(paper.RealPairs); // Q sees generated images only
    }

    [Theory]
    [InlineData("mnist")]
    [InlineData("fashion")]
    public void The_model_that_comes_with_the_repository_is_that_of_the_preset_as_it_is_now(string preset)
    {
        var recipe = PretrainedModel.Of(preset).Manifest.Options.Deserialize<TrainingOptions>(InfoGanJson.Options)!;

        Assert.Equal(ToJson(Presets.Find(preset) with { Seed = 1 }), ToJson(recipe));
    }

    private static string ToJson(TrainingOptions options) => JsonSerializer.Serialize(options, InfoGanJson.Options);
}
