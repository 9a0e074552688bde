using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests.Networks;

public class PhotoNetworksTests
{
    [Theory]
    [InlineData(32, 32, 4 * 4 * 256)]
    [InlineData(64, 64, 4 * 4 * 512)]
    [InlineData(128, 128, 4 * 4 * 512)]
    [InlineData(64, 96, 4 * 6 * 512)]
    [InlineData(48, 48, 6 * 6 * 256)]
    public void They_fit_photographs_that_can_be_halved(int height, int width, int firstMap)
    {
        var image = new ImageFormat(3, height, width);

        var photos = Presets.Photos.AdaptedTo(image);

        Assert.Empty(photos.FindMistakes());
        Assert.Equal(new Dense(firstMap, Bias: false), photos.Architecture.Generator[0]);
        Assert.Equal(ResNet18.For(image), photos.Architecture.Trunk);
    }

    [Theory]
    [InlineData(1, 64, 64)]
    [InlineData(3, 28, 28)]
    [InlineData(3, 256, 256)]
    [InlineData(3, 64, 66)]
    public void Other_images_are_refused_with_what_would_do(int channels, int height, int width)
    {
        var image = new ImageFormat(channels, height, width);

        var refused = Assert.Throws<InvalidOptionsException>(() => Presets.Photos.AdaptedTo(image));

        Assert.Contains($"the images are {image}; expected photographs in color", refused.Message);
        Assert.Contains("preset pictures", refused.Message);
    }

    [Fact]
    public void Layers_of_the_users_own_stay_as_they_are()
    {
        var own = Presets.Photos.Architecture with { RecognizerHead = [new Dense(64), new ReLU()] };

        Assert.Null(PhotoNetworks.Adapt(own, from: Presets.Photos.Image, to: new(3, 32, 32)));
    }
}
