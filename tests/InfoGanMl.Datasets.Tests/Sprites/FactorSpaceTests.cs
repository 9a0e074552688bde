using InfoGanMl.Datasets.Sprites;

namespace InfoGanMl.Datasets.Tests.Sprites;

public sealed class FactorSpaceTests
{
    private static readonly FactorSpace Space = new([new("letter", [0, 1]), new("digit", [0, 1, 2])]);

    [Fact]
    public void The_last_factor_changes_from_one_index_to_the_next()
    {
        Assert.Equal(
            [
                [0, 0],
                [0, 1],
                [0, 2],
                [1, 0],
                [1, 1],
                [1, 2],
            ],
            Enumerable.Range(0, Space.Count).Select(Space.At)
        );
    }

    [Fact]
    public void A_combination_leads_back_to_its_index()
    {
        Assert.All(
            Enumerable.Range(0, 1000).Select(i => i * 737),
            index => Assert.Equal(index, SpriteDrawing.Gray.IndexOf(SpriteDrawing.Gray.At(index)))
        );
    }

    [Fact]
    public void Sprites_have_as_many_combinations_as_dSprites_and_six_times_as_many_in_color()
    {
        Assert.Equal(737_280, SpriteDrawing.Gray.Count);
        Assert.Equal(4_423_680, SpriteDrawing.Color.Count);
    }

    [Fact]
    public void A_restricted_space_keeps_the_values_of_the_whole()
    {
        var part = Space.Restrict("digit", 0, 2).Restrict("letter", 1);

        Assert.Equal(2, part.Count);
        Assert.Equal([1, 2], part.At(1));
        Assert.Equal(1, part.IndexOf([1, 2]));
        Assert.Equal([false, true], part.Factors.Select(factor => factor.Varies));
    }

    [Fact]
    public void Draws_take_every_combination_equally_often()
    {
        var random = new Random(1);
        var counts = Enumerable.Range(0, 6000).CountBy(_ => Space.IndexOf(Space.Draw(random))).ToDictionary();

        // 1000 of each, with a standard deviation of √(6000·⅙·⅚) = 29.
        Assert.All(Enumerable.Range(0, 6), index => Assert.InRange(counts[index], 880, 1120));
    }

    [Fact]
    public void What_is_no_space_or_not_in_it_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new FactorSpace([]));
        Assert.Throws<ArgumentException>(() => new FactorSpace([new("empty", [])]));
        Assert.Throws<ArgumentException>(() => new FactorSpace([new("twice", [1, 1])]));
        Assert.Throws<ArgumentException>(() => new FactorSpace([new("same", [0]), new("same", [0])]));
        Assert.Throws<ArgumentException>(() => Space.Restrict("color", 0));
        Assert.Throws<ArgumentException>(() => Space.Restrict("digit", 3));
        Assert.Throws<ArgumentException>(() => Space.Restrict("digit"));
        Assert.Throws<ArgumentException>(() => Space.IndexOf([0, 3]));
        Assert.Throws<ArgumentException>(() => Space.IndexOf([0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Space.At(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Space.At(-1));
    }
}
