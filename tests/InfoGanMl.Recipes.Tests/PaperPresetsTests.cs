using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests;

/// <summary>Shapes and costs of tables 2, 3, 4 and 6 of the paper, added up by hand layer by layer.</summary>
public class PaperPresetsTests
{
    [Theory]
    [InlineData("svhn-paper", "168", "3×32×32", 40, 4)] // 124 + 4·10 + 4
    [InlineData("celeba-paper", "228", "3×32×32", 100, 0)] // 128 + 10·10
    [InlineData("faces-paper", "133", "1×32×32", 0, 5)] // 128 + 5
    [InlineData("chairs-paper", "189", "1×64×64", 60, 1)] // 128 + 3·20 + 1
    public void The_latent_space_and_the_images_are_those_of_the_tables(
        string preset,
        string input,
        string image,
        int categories,
        int continuous
    )
    {
        var options = Presets.Find(preset);
        var networks = options.BuildNetworks();

        Assert.Equal((input, image), ($"{networks.Generator.Input}", $"{networks.Generator.Output}"));
        Assert.Equal(image, $"{networks.Trunk.Input}");
        Assert.Equal(
            (categories, continuous),
            (options.Latent.Space.CategoricalWidth, options.Latent.Continuous.Count)
        );
        Assert.Equal(categories + continuous, networks.Codes.Output.Size);
        Assert.All(options.Latent.Continuous, code => Assert.Equal(Prior.Uniform, code.Prior));
    }

    [Theory]
    [InlineData("svhn-paper", 168)]
    [InlineData("celeba-paper", 228)]
    public void Tables_2_and_3_have_the_same_networks_but_for_G_s_first_layer(string preset, int width)
    {
        var networks = Presets.Find(preset).BuildNetworks();

        // Dense to 2·2·448 = 1792 with batch norm; up-convolutions 448 to 256 with batch norm, to 128, to 64 and to 3 with biases.
        Assert.Equal(
            (width * 1_792) + 3_584 + 1_835_008 + 512 + (524_288 + 128) + (131_072 + 64) + (3_072 + 3),
            networks.Generator.Parameters
        );
        // 448·2·2 inputs · 256·16, 256·4·4 · 128·16, 128·8·8 · 64·16, 64·16·16 · 3·16
        Assert.Equal((width * 1_792) + 7_340_032 + 8_388_608 + 8_388_608 + 786_432, networks.Generator.MultiplyAdds);
        // Convolutions 3 to 64 with bias, to 128 and to 256 with batch norm.
        Assert.Equal((3_072 + 64) + (131_072 + 256) + (524_288 + 512), networks.Trunk.Parameters);
        // 64·16·16 outputs · 3·16, 128·8·8 · 64·16, 256·4·4 · 128·16
        Assert.Equal(786_432 + 8_388_608 + 8_388_608, networks.Trunk.MultiplyAdds);
        Assert.Equal(256 * 4 * 4 + 1, networks.Discriminator.Parameters);
        Assert.Equal((4_096 * 128) + 256, networks.Features.Parameters);
    }

    [Fact]
    public void Table_4_has_two_dense_layers_in_G_and_output_units_alone_in_Q()
    {
        var networks = Presets.Find("faces-paper").BuildNetworks();

        // Dense 133 to 1024 and to 8·8·128 = 8192, both with batch norm; up-convolutions 128 to 64 with batch norm, to 1 with bias.
        Assert.Equal(
            (136_192 + 2_048) + (8_388_608 + 16_384) + (131_072 + 128) + (1_024 + 1),
            networks.Generator.Parameters
        );
        // Convolutions 1 to 64 with bias, 64 to 128 with batch norm, dense 8192 to 1024 with batch norm.
        Assert.Equal((1_024 + 64) + (131_072 + 256) + (8_388_608 + 2_048), networks.Trunk.Parameters);
        Assert.Equal(0, networks.Features.Parameters);
        Assert.Equal(1_024 * 5 + 5, networks.Codes.Parameters);
    }

    [Fact]
    public void Table_6_keeps_the_size_where_its_layers_have_no_stride()
    {
        var networks = Presets.Find("chairs-paper").BuildNetworks();

        Assert.Equal(["8×8", "9×9", "8×8", "16×16", "32×32", "64×64"], Sides(networks.Generator));
        Assert.Equal(["64×64", "32×32", "16×16", "8×8", "7×7", "8×8"], Sides(networks.Trunk));
        // Dense 189 to 1024 and to 8·8·256 = 16384; up-convolutions 256, 256, 128 and 64 with batch norm, to 1 with bias.
        Assert.Equal(
            (193_536 + 2_048)
                + (16_777_216 + 32_768)
                + 2 * (1_048_576 + 512)
                + (524_288 + 256)
                + (131_072 + 128)
                + (1_024 + 1),
            networks.Generator.Parameters
        );
        // Convolutions 1 to 64 with bias, 128 and three times 256 with batch norm, dense 8·8·256 = 16384 to 1024.
        Assert.Equal(
            (1_024 + 64) + (131_072 + 256) + (524_288 + 512) + 2 * (1_048_576 + 512) + (16_777_216 + 2_048),
            networks.Trunk.Parameters
        );
        Assert.Equal(1_024 * 61 + 61, networks.Codes.Parameters);
    }

    [Fact]
    public void Weights_are_per_code()
    {
        var chairs = Presets.Find("chairs-paper").Latent;

        Assert.All(chairs.Categorical, code => Assert.Equal(1, code.Lambda));
        Assert.Equal(10, Assert.Single(chairs.Continuous).Lambda);
        Assert.All(Presets.Find("faces-paper").Latent.Continuous, code => Assert.Equal(0.2, code.Lambda));
    }

    private static List<string> Sides(Network network) =>
        network
            .Steps.Select(step => step.Input)
            .Append(network.Output)
            .Where(shape => !shape.IsVector)
            .Select(shape => $"{shape.Height}×{shape.Width}")
            .Aggregate(
                new List<string>(),
                (sides, side) => sides.Count > 0 && sides[^1] == side ? sides : [.. sides, side]
            );
}
