using InfoGanMl.Pictures.Resizing;

namespace InfoGanMl.Pictures.Tests.Resizing;

public class AxisWeightsTests
{
    [Fact]
    public void A_smaller_pixel_is_the_mean_over_the_area_that_it_covers()
    {
        var weights = new AxisWeights(source: 5, target: 2); // 2.5 pixels each

        Assert.Equal([0, 2], Enumerable.Range(0, 2).Select(weights.FirstOf));
        Assert.Equal([0.4f, 0.4f, 0.2f], weights.Of(0).ToArray());
        Assert.Equal([0.2f, 0.4f, 0.4f], weights.Of(1).ToArray());
    }

    [Fact]
    public void A_larger_pixel_lies_between_the_centers_of_two()
    {
        // Centers at 0.25, 0.75, 1.25 and 1.75, those of the source at 0.5 and 1.5.
        var weights = new AxisWeights(source: 2, target: 4);

        Assert.Equal([0, 0, 0, 1], Enumerable.Range(0, 4).Select(weights.FirstOf));
        Assert.Equal([1], weights.Of(0).ToArray());
        Assert.Equal([0.75f, 0.25f], weights.Of(1).ToArray());
        Assert.Equal([0.25f, 0.75f], weights.Of(2).ToArray());
        Assert.Equal([1], weights.Of(3).ToArray());
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(1, 28)]
    [InlineData(33, 32)]
    [InlineData(31, 32)]
    [InlineData(50_000, 28)]
    public void Weights_stay_inside_the_picture_and_are_one_in_all(int source, int target)
    {
        var weights = new AxisWeights(source, target);

        Assert.Equal(target, weights.Count);
        for (var i = 0; i < target; i++)
        {
            Assert.Equal(1, weights.Of(i).ToArray().Sum(), 1e-4f);
            Assert.InRange(weights.FirstOf(i), 0, source - weights.Of(i).Length);
        }
    }
}
