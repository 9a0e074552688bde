using InfoGanMl.Models;
using InfoGanMl.Training.Data;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

public class RandomDistortionTests
{
    private static readonly RealPairs None = new(1, 0, 0, 0, 0, 0);

    [Fact]
    public void Without_ranges_the_copy_is_the_image()
    {
        var images = rand([3, 1, 28, 28], generator: new Generator(1));
        var none = new RandomDistortion(None, new Generator(2));

        Assert.True(none.Apply(images).allclose(images, atol: 1e-5));
    }

    [Fact]
    public void Each_image_is_moved_by_its_own_amount_within_the_range()
    {
        // A dot in the middle of 28 pixels; a shift of up to 0.1 of the side is at most 2.8 pixels.
        var images = zeros(200, 1, 28, 28);
        images[TensorIndex.Colon, 0, 14, 14] = 1;
        var copies = new RandomDistortion(None with { Shift = 0.1 }, new Generator(2)).Apply(images);

        var columns = (copies.sum([1, 2]) * arange(28)).sum(1) / copies.sum([1, 2, 3]);
        var shifts = (columns - 14).abs();
        Assert.InRange(shifts.max().item<float>(), 2.3f, 2.81f);
        Assert.True(shifts.min().item<float>() < 0.1f);
    }

    [Fact]
    public void A_turn_keeps_the_middle_and_the_mass()
    {
        var images = zeros(50, 1, 28, 28);
        images[TensorIndex.Colon, 0, TensorIndex.Slice(10, 18), TensorIndex.Slice(10, 18)] = 1;
        var copies = new RandomDistortion(None with { RotationDegrees = 15 }, new Generator(2)).Apply(images);

        var masses = copies.sum([1, 2, 3]);
        Assert.All(masses.data<float>().ToArray(), mass => Assert.Equal(64, mass, 1.5f));
        Assert.False(copies.allclose(images));
    }

    [Fact]
    public void Strokes_get_thicker_and_thinner_where_they_are()
    {
        // A bar of 3 pixels; its 3×3 dilation is 5 wide, its erosion 1 wide, so masses lie between 28 and 140.
        var images = zeros(200, 1, 28, 28);
        images[TensorIndex.Colon, 0, TensorIndex.Colon, TensorIndex.Slice(12, 15)] = 1;
        var copies = new RandomDistortion(None with { Thickness = 1 }, new Generator(2)).Apply(images);

        var masses = copies.sum([1, 2, 3]);
        Assert.InRange(masses.min().item<float>(), 28f, 32f);
        Assert.InRange(masses.max().item<float>(), 136f, 140f);
        Assert.Equal(0, copies[TensorIndex.Colon, 0, TensorIndex.Colon, TensorIndex.Slice(0, 11)].sum().item<float>());
    }
}
