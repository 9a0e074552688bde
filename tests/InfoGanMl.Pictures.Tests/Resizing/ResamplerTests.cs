using InfoGanMl.Pictures.Resizing;

namespace InfoGanMl.Pictures.Tests.Resizing;

public class ResamplerTests
{
    [Theory]
    [InlineData(1)] // at the same size nothing is computed
    [InlineData(2)]
    [InlineData(3)]
    public void Each_pixel_of_an_image_is_the_mean_of_those_that_it_covers(int factor)
    {
        var (width, height, random) = (5, 4, new Random(1));
        var pixels = new byte[4 * factor * width * (factor * height + 1)]; // with a row that is left out
        random.NextBytes(pixels);
        var placement = new Placement(new(0, 1, factor * width, factor * height), new(1, 2, width, height));
        var (layerWidth, layerHeight) = (width + 3, height + 2);
        var layer = new byte[4 * layerWidth * layerHeight];

        Resampler.Resample(pixels, 4 * factor * width, placement, layer, layerWidth);

        var expected = new byte[layer.Length];
        for (var i = 0; i < 4 * width * height; i++)
        {
            var (y, x, channel) = (i / 4 / width, i / 4 % width, i % 4);
            var covered =
                from row in Enumerable.Range(1 + factor * y, factor)
                from column in Enumerable.Range(factor * x, factor)
                select (double)pixels[4 * (row * factor * width + column) + channel];
            var at = channel * layerWidth * layerHeight + (2 + y) * layerWidth + 1 + x;
            expected[at] = (byte)Math.Round(covered.Average(), MidpointRounding.ToEven);
        }

        Assert.Equal(expected, layer);
    }
}
