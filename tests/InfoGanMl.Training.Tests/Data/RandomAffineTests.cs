using InfoGanMl.Models;
using InfoGanMl.Training.Data;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

public class RandomAffineTests
{
    [Fact]
    public void Without_ranges_the_copy_is_the_image()
    {
        var images = rand([3, 1, 28, 28], generator: new Generator(1));
        var none = new RandomAffine(new RealPairs(1, 0, 0, 0, 0), new Generator(2));

        Assert.True(none.Apply(images).allclose(images, atol: 1e-5));
    }

    [Fact]
    public void Each_image_is_moved_by_its_own_amount_within_the_range()
    {
        // A dot in the middle of 28 pixels; a shift of up to 0.1 of the side is at most 2.8 pixels.
        var images = zeros(200, 1, 28, 28);
        images[TensorIndex.Colon, 0, 14, 14] = 1;
        var copies = new RandomAffine(new RealPairs(1, 0, 0, Shift: 0.1, 0), new Generator(2)).Apply(images);

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
        var copies = new RandomAffine(new RealPairs(1, RotationDegrees: 15, 0, 0, 0), new Generator(2)).Apply(images);

        var masses = copies.sum([1, 2, 3]);
        Assert.All(masses.data<float>().ToArray(), mass => Assert.Equal(64, mass, 1.5f));
        Assert.False(copies.allclose(images));
    }
}
