using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class RankCorrelationTests
{
    [Fact]
    public void It_is_as_worked_by_hand()
    {
        // Differences of rank -1, 1, -1, 1, 0: 1 − 6·Σd² / (n(n² − 1)) = 1 − 24/120.
        Assert.Equal(0.8, RankCorrelation.Spearman([1, 2, 3, 4, 5], [20, 10, 40, 30, 50]), precision: 12);
    }

    [Fact]
    public void Ties_share_their_mean_rank()
    {
        // Ranks less their mean: −1.5, 0, 0, 1.5 and −0.5, −1.5, 1, 1: (0.75 + 1.5) / √(4.5·4.5).
        Assert.Equal(0.5, RankCorrelation.Spearman([1, 2, 2, 4], [3, 1, 7, 7]), precision: 12);
    }

    [Fact]
    public void It_is_1_for_any_transform_that_keeps_the_order()
    {
        double[] values = [-3, 5, 0.5, 2, -1, 2];

        Assert.Equal(1, RankCorrelation.Spearman(values, [.. values.Select(Math.Exp)]), precision: 12);
    }

    [Fact]
    public void It_is_minus_1_for_the_opposite_order()
    {
        Assert.Equal(-1, RankCorrelation.Spearman([1, 2, 3, 4], [9, 8, 1, 0]), precision: 12);
    }

    [Fact]
    public void It_is_0_where_all_values_are_equal()
    {
        Assert.Equal(0, RankCorrelation.Spearman([7, 7, 7], [1, 2, 3]));
        Assert.Equal(0, RankCorrelation.Spearman([1, 2, 3], [7, 7, 7]));
        Assert.Equal(0, RankCorrelation.Spearman([1], [2]));
    }

    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new[] { 1.0 }, new[] { 1.0, 2.0 })]
    public void Lists_that_are_empty_or_of_different_length_are_refused(double[] a, double[] b)
    {
        Assert.Throws<ArgumentException>(() => RankCorrelation.Spearman(a, b));
    }
}
