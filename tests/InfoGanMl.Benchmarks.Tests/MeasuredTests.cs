namespace InfoGanMl.Benchmarks.Tests;

public class MeasuredTests
{
    [Theory]
    [InlineData(new[] { 3.0 }, 3.0, 3.0, 3.0)]
    [InlineData(new[] { 9.0, 1.0, 2.0 }, 2.0, 1.0, 9.0)]
    [InlineData(new[] { 4.0, 1.0, 9.0, 2.0 }, 3.0, 1.0, 9.0)]
    public void The_median_stands_between_the_least_and_the_most(
        double[] values,
        double median,
        double least,
        double most
    )
    {
        Assert.Equal(new Measured(median, least, most), Measured.Of(values));
    }
}
