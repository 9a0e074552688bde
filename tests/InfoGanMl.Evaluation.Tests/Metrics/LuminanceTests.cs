using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public class LuminanceTests
{
    [Fact]
    public void Red_green_and_blue_weigh_as_BT_709_says()
    {
        // Three pixels in a row: a red, a green and a blue one.
        float[] image = [1, 0, 0, 0, 1, 0, 0, 0, 1];

        Assert.Equal([0.2126f, 0.7152f, 0.0722f], Luminance.Of(image, new(3, 1, 3)));
    }

    [Fact]
    public void White_is_1() => Assert.Equal(1, Assert.Single(Luminance.Of([1, 1, 1], new(3, 1, 1))), 1e-6f);

    [Fact]
    public void Gray_is_what_it_is()
    {
        float[] image = [0, 0.25f, 1];

        Assert.Same(image, Luminance.Of(image, new(1, 1, 3)));
    }

    [Fact]
    public void Two_channels_count_alike() => Assert.Equal([0.5f, 0.25f], Luminance.Of([1, 0, 0, 0.5f], new(2, 1, 2)));

    [Fact]
    public void Values_that_are_not_one_image_are_refused() =>
        Assert.Throws<ArgumentException>(() => Luminance.Of([1, 1], new(3, 1, 1)));
}
