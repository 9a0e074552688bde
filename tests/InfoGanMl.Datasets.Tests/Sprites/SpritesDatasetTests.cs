using InfoGanMl.Datasets.Sprites;

namespace InfoGanMl.Datasets.Tests.Sprites;

public sealed class SpritesDatasetTests
{
    /// <summary>Upright shapes of two scales, in 4 × 2 places: 48 images.</summary>
    private static readonly FactorSpace Few = SpriteDrawing
        .Gray.Restrict("orientation", 0)
        .Restrict("scale", 0, 5)
        .Restrict("x", 0, 10, 20, 30)
        .Restrict("y", 5, 25);

    [Fact]
    public void All_images_of_a_space_are_those_of_its_combinations_in_order()
    {
        var all = new SpritesDataset(Few, 32).DrawAll();

        Assert.Equal(Few.Count, all.Images.Count);
        Assert.Equal(new(1, 32, 32), all.Images.Format);
        Assert.Equal(SpriteDrawing.Draw([1, 5, 0, 20, 25], 32), all.Images.Pixels.AsSpan(29 * 1024, 1024));
        Assert.Equal([1, 5, 0, 20, 25], all.Values.Select(values => values[29]));
    }

    [Fact]
    public void Labels_are_the_shapes_in_gray_and_in_color()
    {
        var (gray, color) = (
            new SpritesDataset(Few, 8).Sample(20, 5, seed: 3),
            new SpritesDataset(SpriteDrawing.Color.Restrict("color", 5, 0), 8).Sample(20, 5, seed: 3)
        );

        Assert.Equal(gray.Train[0], gray.Images.Train.Labels);
        Assert.Equal(color.Train[1], color.Images.Train.Labels);
        Assert.Equal("heart", color.Images.NameOf((int)SpriteShape.Heart));
        Assert.Equal(new(3, 8, 8), color.Images.Train.Format);
        Assert.Equal([0, 5], color.Train[0].Distinct().Order());
    }

    [Fact]
    public void A_sample_holds_no_image_twice_and_its_test_images_are_none_of_the_others()
    {
        var sample = new SpritesDataset(Few, 16).Sample(40, 8, seed: 1);

        var images = sample.Images.Train.Pixels.Chunk(256).Concat(sample.Images.Test.Pixels.Chunk(256));
        Assert.Equal(48, images.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal((40, 8), (sample.Train[4].Length, sample.Test[4].Length));
    }

    [Fact]
    public void The_same_seed_chooses_the_same_images_and_another_one_others()
    {
        var dataset = new SpritesDataset(Few, 16);

        Assert.Equal(dataset.Sample(9, 3, 1).Images.Train.Pixels, dataset.Sample(9, 3, 1).Images.Train.Pixels);
        Assert.NotEqual(dataset.Sample(9, 3, 1).Images.Train.Pixels, dataset.Sample(9, 3, 2).Images.Train.Pixels);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_before_anything_is()
    {
        Assert.Throws<ArgumentException>(() => new SpritesDataset(new([new("digit", [0, 1])]), 32));
        Assert.Throws<ArgumentException>(() => new SpritesDataset(new([.. Few.Factors.Reverse()]), 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpritesDataset(Few, 4));
        Assert.Throws<ArgumentException>(() => new SpritesDataset(Few, 32).Sample(40, 9, seed: 1));
        Assert.Throws<ArgumentException>(() =>
            new SpritesDataset(Few, 32).Draw([
                [0, 0, 1, 0, 5],
            ])
        );
        // 3 GB, where an array holds 2.
        Assert.Throws<ArgumentException>(() => new SpritesDataset(SpriteDrawing.Gray, 64).DrawAll());
    }
}
