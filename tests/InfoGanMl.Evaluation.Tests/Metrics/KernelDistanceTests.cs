using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class KernelDistanceTests
{
    [Fact]
    public void A_single_feature_is_as_worked_by_hand()
    {
        // k(0, 1) = 1 within, k(1, 2) = 3³ within; between 1, 1, 2³ and 3³: 1 + 27 − 2·37/4.
        Assert.Equal(9.5, KernelDistance.Measure([0, 1], [1, 2], width: 1), precision: 12);
    }

    [Fact]
    public void Two_features_are_as_worked_by_hand()
    {
        // Of (1, 0) and (0, 1): (0/2 + 1)³ = 1. Of (1, 1) and (2, 0): (2/2 + 1)³ = 8.
        // Between: 1.5³ + 2³ + 1.5³ + 1³ = 15.75. 1 + 8 − 2·15.75/4.
        Assert.Equal(1.125, KernelDistance.Measure([1, 0, 0, 1], [1, 1, 2, 0], width: 2), precision: 12);
    }

    [Fact]
    public void The_same_rows_on_both_sides_are_below_0()
    {
        // A row meets itself between the sets, and not within: 1 + 1 − 2·(1 + 1 + 1 + 2³)/4.
        Assert.Equal(-3.5, KernelDistance.Measure([0, 1], [0, 1], width: 1), precision: 12);
    }

    [Fact]
    public void Halves_of_a_set_are_0_apart_on_average_however_small_they_are()
    {
        // Each of the 500 has a standard deviation of about 0.3.
        var distances = Enumerable
            .Range(0, 500)
            .Select(seed => KernelDistance.Measure(Draw(5, seed), Draw(5, seed + 1000), Width))
            .ToList();

        Assert.Equal(0, distances.Average(), tolerance: 0.05);
        Assert.Contains(distances, distance => distance < 0);
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(1)]
    public void A_shifted_set_is_further_away_than_halves_of_the_same_set(float shift)
    {
        var features = Draw(400, seed: 1);
        var others = Draw(400, seed: 2);
        float[] shifted = [.. others.Select(value => value + shift)];

        Assert.Equal(0, KernelDistance.Measure(features, others, Width), tolerance: 0.01);
        Assert.True(KernelDistance.Measure(features, shifted, Width) > 0.02);
    }

    [Fact]
    public void It_is_the_same_in_both_directions()
    {
        var (features, others) = (Draw(20, seed: 1), Draw(30, seed: 2));

        Assert.Equal(
            KernelDistance.Measure(features, others, Width),
            KernelDistance.Measure(others, features, Width),
            precision: 9
        );
    }

    [Theory]
    [InlineData(2)] // a single row
    [InlineData(5)] // half a row left over
    public void Features_that_are_not_rows_are_refused(int count)
    {
        Assert.Throws<ArgumentException>(() => KernelDistance.Measure(new float[count], new float[8], width: 2));
        Assert.Throws<ArgumentException>(() => KernelDistance.Measure(new float[8], new float[count], width: 2));
    }

    private const int Width = 8;

    private static float[] Draw(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count * Width).Select(_ => random.NextSingle())];
    }
}
