using InfoGanMl.Models.Images;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests.Networks;

public class ResNet18Tests
{
    [Theory]
    [InlineData(32, 16)] // doubled to 64 first
    [InlineData(64, 16)]
    [InlineData(128, 32)]
    public void Its_stages_end_in_maps_of_a_quarter_of_the_side_and_then_of_half_as_much_each(int side, int first)
    {
        var image = new ImageFormat(3, side, side);
        var trunk = new Network("trunk", new(3, side, side), ResNet18.For(image));
        Shape[] shapes = [.. trunk.Steps.Select(step => step.Input)];

        Assert.Equal(
            [
                new(64, first, first),
                new(128, first / 2, first / 2),
                new(256, first / 4, first / 4),
                new(512, first / 8, first / 8),
            ],
            ResNet18.StageEnds(trunk.Layers).Select(end => shapes[end + 1])
        );
        Assert.Equal(new(ResNet18.Features), trunk.Output);
    }
}
