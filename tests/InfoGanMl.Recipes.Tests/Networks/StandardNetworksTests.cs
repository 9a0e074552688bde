using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests.Networks;

public class StandardNetworksTests
{
    [Theory]
    [InlineData(1, 24, 24, 6 * 6 * 64, 6 * 6 * 64)]
    [InlineData(1, 28, 28, 7 * 7 * 64, 7 * 7 * 64)]
    [InlineData(3, 32, 32, 8 * 8 * 64, 4 * 4 * 128)]
    [InlineData(1, 48, 48, 6 * 6 * 128, 6 * 6 * 128)]
    [InlineData(3, 64, 64, 8 * 8 * 128, 8 * 8 * 128)]
    [InlineData(1, 64, 32, 8 * 4 * 128, 8 * 4 * 128)]
    [InlineData(3, 128, 128, 8 * 8 * 256, 8 * 8 * 256)]
    public void They_fit_images_that_can_be_halved(int channels, int height, int width, int firstMap, int lastMap)
    {
        var image = new ImageFormat(channels, height, width);
        var shallow = StandardNetworks.For(image);
        var deep = StandardNetworks.For(image, deepTrunk: true);

        Assert.Equal(new Dense(firstMap, Bias: false), shallow.Generator[0]);
        Assert.Equal(firstMap, LastMap(shallow));
        Assert.Equal(lastMap, LastMap(deep));
        Assert.Equal(shallow.Generator, deep.Generator);
        Assert.NotNull(StandardNetworks.Adapt(shallow, from: image, to: image));
        Assert.NotNull(StandardNetworks.Adapt(deep, from: image, to: image));

        int LastMap(Architecture architecture) =>
            architecture
                .Build(Presets.Mnist.Latent.Space, image)
                .Trunk.Steps.First(step => step.Layer is Flatten)
                .Input.Size;
    }

    [Theory]
    [InlineData(1, 50, 50)] // 50 / 8 is no whole number
    [InlineData(1, 8, 8)]
    [InlineData(3, 64, 30)]
    [InlineData(4, 32, 32)]
    public void Other_images_are_refused_with_sizes_that_would_do(int channels, int height, int width)
    {
        var image = new ImageFormat(channels, height, width);

        var refused = Assert.Throws<InvalidOptionsException>(() => StandardNetworks.For(image));

        Assert.Contains($"the images are {image}; expected", refused.Message);
        Assert.Contains("28, 32 or 64", refused.Message);
        Assert.Null(StandardNetworks.Adapt(Presets.Mnist.Architecture, from: image, to: Presets.Mnist.Image));
    }

    [Theory]
    [InlineData(1, 28, 28, 7 * 7)]
    [InlineData(3, 64, 32, 16 * 8)]
    public void Each_patch_of_an_image_gets_a_logit(int channels, int height, int width, int patches)
    {
        var network = StandardNetworks.Patches(new(channels, height, width));

        Assert.Equal(new(patches), network.Output);
        Assert.DoesNotContain(network.Layers, layer => layer is BatchNorm);
    }

    [Fact]
    public void Our_presets_have_them_and_the_papers_do_not()
    {
        Assert.True(HasThem(Presets.Mnist.Architecture, Presets.Mnist.Image));
        Assert.True(HasThem(Presets.Pictures.Architecture, Presets.Pictures.Image));
        Assert.False(HasThem(Presets.MnistPaper.Architecture, Presets.MnistPaper.Image));
        Assert.False(HasThem(Presets.Mnist.Architecture, Presets.Pictures.Image));

        static bool HasThem(Architecture architecture, ImageFormat image) =>
            StandardNetworks.Adapt(architecture, from: image, to: image) is not null;
    }

    [Fact]
    public void A_preset_with_them_adapts_to_other_images_and_one_without_stays_as_it_is()
    {
        var image = new ImageFormat(3, 64, 64);

        var adapted = Presets.Mnist.AdaptedTo(image);

        Assert.Equal(image, adapted.Image);
        Assert.Empty(adapted.FindMistakes());
        Assert.Same(Presets.MnistPaper, Presets.MnistPaper.AdaptedTo(image));
        Assert.Same(Presets.Mnist, Presets.Mnist.AdaptedTo(Presets.Mnist.Image));
    }

    [Fact]
    public void A_deep_trunk_stays_deep_and_one_that_is_not_stays_so()
    {
        Assert.Equal(3, Convolutions(Presets.Pictures));
        Assert.Equal(3, Convolutions(Presets.Pictures.AdaptedTo(new(1, 32, 32))));
        Assert.Equal(2, Convolutions(Presets.Dsprites));
        Assert.Equal(2, Convolutions(Presets.Dsprites.AdaptedTo(new(3, 32, 32))));

        static int Convolutions(TrainingOptions options) => options.Architecture.Trunk.Count(layer => layer is Conv);
    }
}
