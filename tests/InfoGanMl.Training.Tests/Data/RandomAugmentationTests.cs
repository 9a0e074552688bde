using InfoGanMl.Recipes.Ingredients;
using Xunit;
using static InfoGanMl.Training.Tests.Data.Ink;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

public class RandomAugmentationTests
{
    [Fact]
    public void Without_ranges_the_copy_is_the_image()
    {
        var images = rand([3, 1, 28, 28], generator: new Generator(1));

        var copies = Augment(images, None);

        Assert.True(copies.Images.allclose(images, atol: 1e-5));
        Assert.All(
            copies.Amounts,
            amount =>
                Assert.All(
                    Values(amount.Value),
                    value =>
                        Assert.Equal(
                            amount.Key is AugmentationKind.Brightness or AugmentationKind.Width or AugmentationKind.Size
                                ? 1
                                : 0,
                            value
                        )
                )
        );
        Assert.Equal(Enum.GetValues<AugmentationKind>(), copies.Amounts.Keys.Order());
    }

    [Fact]
    public void Each_channel_gets_colors_of_its_own_within_the_range()
    {
        // Of a gray of 0.6, contrast of 1 ± 0.4 makes 0.56 to 0.64, and brightness moves that by 0.2 either way.
        var images = full([200, 3, 4, 4], 0.6f);
        var copies = Augment(images, None with { Coloring = 0.4 }).Images;

        Assert.InRange(copies.min().item<float>(), 0.36f, 0.42f);
        Assert.InRange(copies.max().item<float>(), 0.78f, 0.84f);
        Assert.False(copies.select(1, 0).allclose(copies.select(1, 1)));
        Assert.True(copies.std([2, 3]).max().item<float>() < 1e-5f);
    }

    [Fact]
    public void Strokes_get_thicker_and_thinner_where_they_are_by_the_share_that_is_reported()
    {
        // A bar of 3 pixels; its 3×3 dilation is 5 wide, its erosion 1 wide: the mass is 28·(3 + 2·thickness).
        var images = zeros(200, 1, 28, 28);
        images[TensorIndex.Colon, 0, TensorIndex.Colon, TensorIndex.Slice(12, 15)] = 1;
        var copies = Augment(images, None with { Thickness = 1 });

        var masses = Values(Mass(copies.Images));
        Assert.InRange(masses.Min(), 28f, 32f);
        Assert.InRange(masses.Max(), 136f, 140f);
        Assert.All(
            masses.Zip(Values(copies.Amounts[AugmentationKind.Thickness])),
            pair => Assert.Equal(28 * (3 + 2 * pair.Second), pair.First, 0.01f)
        );
        Assert.Equal(0, copies.Images[TensorIndex.Ellipsis, TensorIndex.Slice(0, 11)].sum().item<float>());
    }

    [Fact]
    public void A_stroke_is_drawn_somewhere_in_the_middle_and_nowhere_without_strokes()
    {
        // Half lengths of 0.07 to 0.21 and half widths of 0.02 to 0.06 of 28 pixels, with round ends: 4·l·w + π·w² is
        // 5.4 to 48.4 pixels. Middles are between a quarter and three quarters of the side.
        var images = zeros(200, 1, 28, 28);
        var copies = Augment(images, None with { Strokes = 1 }).Images;

        var (rows, columns) = (Values(Row(copies)), Values(Column(copies)));
        Assert.All(Values(Mass(copies)), mass => Assert.InRange(mass, 4f, 52f));
        Assert.All(rows.Concat(columns), middle => Assert.InRange(middle, 6.5f, 21.5f));
        Assert.True(rows.Max() - rows.Min() > 10 && columns.Max() - columns.Min() > 10);
        Assert.Equal(1, copies.max().item<float>());
        Assert.Equal(0, Augment(images, None).Images.sum().item<float>());
    }

    [Fact]
    public void Strokes_add_ink_in_all_channels_and_take_none_away()
    {
        var images = rand([20, 3, 28, 28], generator: new Generator(1)) * 0.5;
        var added = Augment(images, None with { Strokes = 2 }).Images - images;

        Assert.True(added.min().item<float>() > -1e-5f);
        Assert.All(Values(added.amax([2, 3]).flatten()), most => Assert.InRange(most, 0.4f, 1f));
    }

    [Fact]
    public void More_strokes_add_more_ink()
    {
        var images = zeros(100, 1, 28, 28);

        var (one, three) = (Augment(images, None with { Strokes = 1 }), Augment(images, None with { Strokes = 3 }));

        // Strokes may cross, so it is somewhat less than three times as much.
        Assert.InRange((three.Images.sum() / one.Images.sum()).item<float>(), 2f, 3.1f);
    }

    [Fact]
    public void Each_image_is_dimmed_by_the_share_that_is_reported()
    {
        var copies = Augment(ones(200, 1, 8, 8), None with { Dimming = 0.7 });

        Assert.All(
            Values(copies.Images.mean([1, 2, 3])).Zip(Values(copies.Amounts[AugmentationKind.Brightness])),
            pair => Assert.Equal(pair.Second, pair.First, 1e-5f)
        );
        Assert.InRange(Values(copies.Amounts[AugmentationKind.Brightness]).Min(), 0.3f, 0.33f);
        Assert.InRange(Values(copies.Amounts[AugmentationKind.Brightness]).Max(), 0.97f, 1f);
    }

    [Fact]
    public void The_same_seed_gives_the_same_copies()
    {
        var images = rand([5, 1, 28, 28], generator: new Generator(1));
        var all = new Augmentation(Strokes: 2, Dimming: 0.7, Stretch: 0.25);

        Assert.True(Augment(images, all).Images.Equals(Augment(images, all).Images));
        Assert.False(Augment(images, all).Images.allclose(Augment(images, all, seed: 3).Images));
    }
}
