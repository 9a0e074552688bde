using InfoGanMl.Recipes.Ingredients;
using Xunit;
using static InfoGanMl.Training.Tests.Data.Ink;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

/// <summary>What a <see cref="Training.Data.RandomAugmentation"/> does to the place and shape of things.</summary>
public class WarpTests
{
    [Fact]
    public void Each_image_is_moved_by_its_own_amount_within_the_range()
    {
        // A dot in the middle of 28 pixels; a shift of up to 0.1 of the side is at most 2.8 pixels.
        var images = zeros(200, 1, 28, 28);
        images[TensorIndex.Colon, 0, 14, 14] = 1;
        var copies = Augment(images, None with { Shift = 0.1 }).Images;

        var shifts = (Column(copies) - 14).abs();
        Assert.InRange(shifts.max().item<float>(), 2.3f, 2.81f);
        Assert.True(shifts.min().item<float>() < 0.1f);
    }

    [Fact]
    public void A_dot_goes_to_the_right_and_down_by_the_shares_of_half_a_side_that_are_reported()
    {
        var images = zeros(50, 1, 28, 28);
        images[TensorIndex.Colon, 0, 14, 14] = 1;
        var copies = Augment(images, None with { Shift = 0.1 });

        Assert.All(
            Values(Column(copies.Images) - 14).Zip(Values(copies.Amounts[AugmentationKind.Right])),
            pair => Assert.Equal(14 * pair.Second, pair.First, 0.01f)
        );
        Assert.All(
            Values(Row(copies.Images) - 14).Zip(Values(copies.Amounts[AugmentationKind.Down])),
            pair => Assert.Equal(14 * pair.Second, pair.First, 0.01f)
        );
    }

    [Fact]
    public void A_square_has_the_square_of_the_reported_size_as_many_pixels()
    {
        var images = zeros(50, 1, 32, 32);
        images[TensorIndex.Colon, 0, TensorIndex.Slice(8, 24), TensorIndex.Slice(8, 24)] = 1;
        var copies = Augment(images, None with { Scaling = 0.3 });

        var sizes = Values(copies.Amounts[AugmentationKind.Size]);
        Assert.All(
            Values(Mass(copies.Images)).Zip(sizes),
            pair => Assert.Equal(256 * pair.Second * pair.Second, pair.First, 12f)
        );
        Assert.InRange(sizes.Min(), 0.7f, 0.75f);
        Assert.InRange(sizes.Max(), 1.25f, 1.3f);
    }

    [Fact]
    public void What_is_normalized_goes_anywhere_around_the_middle_and_says_how_far()
    {
        var images = zeros(50, 1, 32, 32);
        images[TensorIndex.Colon, 0, TensorIndex.Slice(6, 12), TensorIndex.Slice(18, 24)] = 1;
        var all = None with { RotationDegrees = 180, Scaling = 0.3, Shift = 0.1, Normalize = true };
        var copies = Augment(images, all);

        Assert.All(
            Values(Column(copies.Images) - 20.5).Zip(Values(copies.Amounts[AugmentationKind.Right])),
            pair => Assert.Equal(16 * pair.Second, pair.First, 0.1f)
        );
        Assert.All(
            Values(Row(copies.Images) - 8.5).Zip(Values(copies.Amounts[AugmentationKind.Down])),
            pair => Assert.Equal(16 * pair.Second, pair.First, 0.1f)
        );
        Assert.All(Values(Column(copies.Images)), column => Assert.InRange(column, 15.5f - 3.3f, 15.5f + 3.3f));
        Assert.All(Values(Augment(zeros(2, 1, 8, 8), all).Images.sum([1, 2, 3])), mass => Assert.Equal(0, mass));
    }

    [Fact]
    public void What_is_normalized_has_the_mean_size_whatever_it_had_and_says_by_how_much_it_grew()
    {
        // Squares of 4 and of 8 pixels; the mean of their masses is 40.
        var images = zeros(2, 1, 32, 32);
        images[0, 0, TensorIndex.Slice(6, 10), TensorIndex.Slice(18, 22)] = 1;
        images[1, 0, TensorIndex.Slice(12, 20), TensorIndex.Slice(8, 16)] = 1;
        var copies = Augment(images, None with { Normalize = true });

        Assert.All(Values(Mass(copies.Images)), mass => Assert.Equal(40, mass, 4f));
        Assert.Equal(Math.Sqrt(40 / 16.0), Values(copies.Amounts[AugmentationKind.Size])[0], 1e-4);
        Assert.Equal(Math.Sqrt(40 / 64.0), Values(copies.Amounts[AugmentationKind.Size])[1], 1e-4);
        Assert.All(Values(Column(copies.Images)), column => Assert.Equal(15.5f, column, 0.05f));
    }

    [Fact]
    public void About_half_of_the_copies_are_mirrored_where_that_is_wanted()
    {
        var images = zeros(200, 1, 28, 28);
        images[TensorIndex.Colon, 0, 14, 4] = 1;
        var columns = Values(Column(Augment(images, None with { Mirror = true }).Images));

        Assert.All(columns, column => Assert.Equal(9.5f, Math.Abs(column - 13.5f), 0.01f));
        Assert.InRange(columns.Count(column => column > 14), 70, 130);
    }

    [Fact]
    public void What_comes_in_from_outside_is_black_or_repeats_the_edge()
    {
        var white = ones(20, 3, 28, 28);

        var black = Augment(white, None with { Shift = 0.2 }).Images;
        var repeated = Augment(white, None with { Shift = 0.2, RepeatEdges = true }).Images;

        Assert.Equal(0, black.min().item<float>(), 1e-5f);
        Assert.Equal(1, repeated.min().item<float>(), 1e-5f);
    }

    [Fact]
    public void A_turn_keeps_the_middle_and_the_mass()
    {
        var images = zeros(50, 1, 28, 28);
        images[TensorIndex.Colon, 0, TensorIndex.Slice(10, 18), TensorIndex.Slice(10, 18)] = 1;
        var copies = Augment(images, None with { RotationDegrees = 15 }).Images;

        Assert.All(Values(Mass(copies)), mass => Assert.Equal(64, mass, 1.5f));
        Assert.All(Values(Column(copies)), column => Assert.Equal(13.5f, column, 0.1f));
        Assert.All(Values(Row(copies)), row => Assert.Equal(13.5f, row, 0.1f));
        Assert.False(copies.allclose(images));
    }

    [Theory]
    [InlineData(28)]
    [InlineData(56)] // wider than high
    public void An_upright_bar_leans_by_the_slant_that_is_reported(int width)
    {
        // A slant moves the center of each row sideways by slant·height, so −μ11/μ02 (y points down) is the slant itself.
        var images = zeros(200, 1, 28, width);
        images[TensorIndex.Colon, 0, TensorIndex.Slice(6, 22), TensorIndex.Slice(width / 2 - 1, width / 2 + 1)] = 1;
        var copies = Augment(images, None with { Slant = 0.3 });

        var leans = Values(Lean(copies.Images));
        Assert.All(
            leans.Zip(Values(copies.Amounts[AugmentationKind.Slant])),
            pair => Assert.Equal(pair.Second, pair.First, 1e-3f)
        );
        Assert.InRange(leans.Min(), -0.301, -0.28);
        Assert.InRange(leans.Max(), 0.28, 0.301);
    }

    [Fact]
    public void A_positive_slant_is_that_of_italics()
    {
        // The top of a bar goes to the right, its foot to the left, by 8 pixels of height times the slant.
        var images = zeros(20, 1, 28, 28);
        images[TensorIndex.Colon, 0, TensorIndex.Slice(6, 22), TensorIndex.Slice(13, 15)] = 1;
        var copies = Augment(images, None with { Slant = 0.3 });

        var top = Column(copies.Images[TensorIndex.Ellipsis, TensorIndex.Slice(6, 7), TensorIndex.Colon]);
        var foot = Column(copies.Images[TensorIndex.Ellipsis, TensorIndex.Slice(21, 22), TensorIndex.Colon]);
        Assert.All(
            Values(top - foot).Zip(Values(copies.Amounts[AugmentationKind.Slant])),
            pair => Assert.Equal(15 * pair.Second, pair.First, 0.01f)
        );
    }

    [Fact]
    public void A_box_is_as_much_wider_as_is_reported_and_as_high_as_before()
    {
        // A box of 8 × 8 pixels has the area 64; made wider it has 64 times the factor, give or take what sampling at whole
        // pixels makes of its left and right edges.
        var images = zeros(200, 1, 28, 28);
        images[TensorIndex.Colon, 0, TensorIndex.Slice(10, 18), TensorIndex.Slice(10, 18)] = 1;

        var copies = Augment(images, None with { Stretch = 0.25 });

        Assert.All(
            Values(Mass(copies.Images)).Zip(Values(copies.Amounts[AugmentationKind.Width])),
            pair => Assert.Equal(64 * pair.Second, pair.First, 1.5f)
        );
        Assert.Equal(
            0,
            copies.Images[TensorIndex.Ellipsis, TensorIndex.Slice(0, 9), TensorIndex.Colon].sum().item<float>()
        );
        Assert.InRange(Values(copies.Amounts[AugmentationKind.Width]).Min(), 0.8f, 0.82f);
        Assert.InRange(Values(copies.Amounts[AugmentationKind.Width]).Max(), 1.22f, 1.2501f);
    }
}
