using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class FrechetDistanceTests
{
    [Theory]
    [InlineData(200, 8)]
    [InlineData(5, 8)] // fewer images than features: the covariance has no inverse
    public void A_set_is_at_no_distance_from_itself(int count, int width)
    {
        var features = Draw(count, width, seed: 1);

        Assert.Equal(0, FrechetDistance.Measure(features, features, width), precision: 6);
    }

    [Fact]
    public void A_shifted_set_is_at_the_square_of_the_shift()
    {
        var features = Draw(count: 100, width: 2, seed: 1);
        float[] shifted = [.. features.Select((value, i) => value + (i % 2 == 0 ? 3 : 4))];

        Assert.Equal(25, FrechetDistance.Measure(features, shifted, width: 2), precision: 4); // features are floats
    }

    [Fact]
    public void A_single_feature_is_as_worked_by_hand()
    {
        // Means 0 and 2, variances 2 and 18: 2² + (√18 − √2)² = 4 + 8.
        Assert.Equal(12, FrechetDistance.Measure([-1, 1], [-1, 5], width: 1), precision: 9);
    }

    [Fact]
    public void Correlated_features_are_as_worked_by_hand()
    {
        // S₁ = diag(2, 8) / 3, S₂ = (10 −6; −6 10) / 3. For two features tr M^½ = √(tr M + 2 √det M) with
        // tr S₁S₂ = 100/9 and √(det S₁ det S₂) = √(16/9 · 64/9) = 32/9, so that tr M^½ = √(164/9).
        float[] upright = [1, 0, -1, 0, 0, 2, 0, -2];
        float[] tilted = [1, 1, -1, -1, 2, -2, -2, 2];

        Assert.Equal(
            10 / 3.0 + 20 / 3.0 - 2 * Math.Sqrt(164 / 9.0),
            FrechetDistance.Measure(upright, tilted, width: 2),
            precision: 9
        );
    }

    [Fact]
    public void It_is_the_same_in_both_directions()
    {
        var features = Draw(count: 50, width: 5, seed: 1);
        var others = Draw(count: 80, width: 5, seed: 2);

        Assert.Equal(
            FrechetDistance.Measure(features, others, width: 5),
            FrechetDistance.Measure(others, features, width: 5),
            precision: 9
        );
    }

    [Theory]
    [InlineData(2)] // a single row
    [InlineData(5)] // half a row left over
    public void Features_that_are_not_rows_are_refused(int count)
    {
        Assert.Throws<ArgumentException>(() => FrechetDistance.Measure(new float[count], new float[8], width: 2));
        Assert.Throws<ArgumentException>(() => FrechetDistance.Measure(new float[8], new float[count], width: 2));
    }

    private static float[] Draw(int count, int width, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count * width).Select(_ => random.NextSingle())];
    }
}
