using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts.Seeing;

public class NeighborsTests
{
    [Fact]
    public void Those_that_are_near_in_both_directions_come_first_and_count()
    {
        // On a line: 0 and 1 are near each other; 2 is nearest to 1, which is nearer to 0, and 3 to 2.
        using var neighbors = Neighbors.Of(OnACircle(0, 10, 25, 45), most: 1);

        Assert.Equal([1, 0, 1, 2], neighbors.Indices.flatten().data<long>().ToArray());
        Assert.Equal([1, 1, 1, 1], neighbors.Counts.data<long>().ToArray()); // one counts for those that have no mutual one
    }

    [Fact]
    public void Of_several_the_mutual_ones_are_sorted_before_the_nearer_others()
    {
        // The nearest of 0 are 10 and 25, of 25 are 35 and 10, of 90 are 35 and 25: 0 is not among those of 25, nor 90 of any.
        using var neighbors = Neighbors.Of(OnACircle(0, 10, 25, 35, 90), most: 2);

        Assert.Equal([1, 2, 2, 1, 1], neighbors.Counts.data<long>().ToArray());
        Assert.Equal([1L, 2L], neighbors.Indices[0].data<long>().ToArray());
        Assert.Equal([2L, 1L], neighbors.Indices[3].data<long>().ToArray());
        Assert.Equal([3L, 2L], neighbors.Indices[4].data<long>().ToArray());
    }

    [Fact]
    public void Only_those_that_count_are_drawn()
    {
        using var random = new RandomSource(1, CPU);
        using var neighbors = new Neighbors(
            tensor(
                new long[,]
                {
                    { 1, 2 },
                    { 2, 0 },
                }
            ),
            tensor(new long[] { 1, 2 })
        );

        var drawn = neighbors.Draw(tensor(new long[] { 0, 1 }).repeat(50), random).view(50, 2);

        Assert.All(drawn.select(1, 0).data<long>().ToArray(), index => Assert.Equal(1, index));
        Assert.Equal([0L, 2L], drawn.select(1, 1).data<long>().ToArray().Distinct().Order());
    }

    [Fact]
    public void Fewer_images_than_neighbors_have_all_others_as_neighbors()
    {
        using var neighbors = Neighbors.Of(OnACircle(0, 30), most: 20);

        Assert.Equal([1L, 0L], neighbors.Indices.flatten().data<long>().ToArray());
    }

    /// <summary>Directions at some degrees.</summary>
    private static Tensor OnACircle(params float[] degrees)
    {
        var angles = tensor(degrees) * (Math.PI / 180);
        return stack([angles.cos(), angles.sin()], 1);
    }
}
