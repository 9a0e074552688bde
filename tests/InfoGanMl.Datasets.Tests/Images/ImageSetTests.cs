using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Tests.Images;

public class ImageSetTests
{
    private static readonly ImageFormat Pair = new(1, 1, 2);

    [Fact]
    public void Images_of_an_unknown_class_are_kept_and_left_out_where_labels_are_asked_for()
    {
        var set = new ImageSet(Pair, [0, 1, 10, 11, 20, 21], [5, ImageSet.Unknown, 7]);

        Assert.Equal((3, 2, true), (set.Count, set.CountLabeled, set.IsLabeled));
        Assert.Equal([5, 7], set.Labeled().Labels);
        Assert.Equal([0, 1, 20, 21], set.Labeled().Pixels);
        Assert.False(new ImageSet(Pair, [0, 1], [ImageSet.Unknown]).IsLabeled);
        Assert.Equal(0, new ImageSet(Pair, [0, 1]).Labeled().Count);
    }

    [Fact]
    public void Select_copies_images_and_labels_in_the_order_asked_for()
    {
        var set = new ImageSet(Pair, [0, 1, 10, 11, 20, 21], [5, 6, 7]);

        var selected = set.Select([2, 0, 2]);

        Assert.Equal([20, 21, 0, 1, 20, 21], selected.Pixels);
        Assert.Equal([7, 5, 7], selected.Labels);
        Assert.Equal((3, Pair), (selected.Count, selected.Format));
    }

    [Fact]
    public void Classes_are_counted_up_to_the_largest_label_of_training_and_test_images()
    {
        var (low, high) = (new ImageSet(Pair, [0, 1], [2]), new ImageSet(Pair, [0, 1], [6]));
        var unlabeled = new ImageSet(Pair, [0, 1]);

        Assert.Equal(7, new ImageDataset("pairs", low, high).CountClasses());
        Assert.Equal(3, new ImageDataset("pairs", low, unlabeled).CountClasses());
        Assert.Equal(0, new ImageDataset("pairs", unlabeled, unlabeled).CountClasses());
    }

    [Fact]
    public void Images_without_labels_are_counted_and_selected_alike()
    {
        var set = new ImageSet(Pair, [0, 1, 10, 11]);

        var selected = set.Select([1]);

        Assert.Equal((2, false), (set.Count, set.IsLabeled));
        Assert.Equal([10, 11], selected.Pixels);
        Assert.Equal((1, false), (selected.Count, selected.IsLabeled));
    }

    [Fact]
    public void Pixels_that_do_not_make_whole_images_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ImageSet(Pair, [0, 1, 2]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Select_refuses_an_index_outside_the_set(int index)
    {
        var set = new ImageSet(Pair, [0, 1, 2, 3], [0, 1]);

        Assert.Throws<ArgumentOutOfRangeException>(() => set.Select([index]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Pixels_that_do_not_fill_an_image_per_label_are_refused(int pixels)
    {
        var error = Assert.Throws<ArgumentException>(() => new ImageSet(Pair, new byte[pixels], [0, 1]));

        Assert.StartsWith($"2 images of 1×1×2 have 4 pixels, not {pixels}.", error.Message, StringComparison.Ordinal);
    }
}
