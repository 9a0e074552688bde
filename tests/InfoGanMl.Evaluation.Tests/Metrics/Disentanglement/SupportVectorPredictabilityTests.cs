using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.Tests.Metrics.Disentanglement;

public sealed class SupportVectorPredictabilityTests
{
    [Theory]
    [InlineData(2, 1 - 1 / 2.0)]
    [InlineData(3, 2 / 3.0 - 1 / 3.0)]
    public void Codes_that_are_the_factors_leave_chance_to_the_others(int size, double expected)
    {
        // Of two values the right code is never wrong. A third one between them is on neither side of a straight line, and never
        // found. Other codes answer the same for all images, and are right for one value of the factor.
        var perfect = FactorGrid.Of(size, (a, _) => 10 * a, (_, b) => 10 * b);

        Assert.Equal(expected, Measure(perfect), precision: 12);
    }

    [Fact]
    public void Constant_codes_tell_nothing()
    {
        Assert.Equal(0, Measure(FactorGrid.Of(4, (_, _) => 1, (_, _) => 2)), precision: 12);
    }

    [Fact]
    public void A_code_in_duplicate_is_worth_nothing()
    {
        Assert.Equal(0, Measure(FactorGrid.Of(4, (a, _) => a, (a, _) => a, (_, b) => b, (_, b) => b)), precision: 12);
    }

    [Fact]
    public void Rotated_codes_serve_equally_well()
    {
        Assert.Equal(0, Measure(FactorGrid.Of(2, (a, b) => a + b, (a, b) => a - b + 1)), precision: 12);
    }

    [Fact]
    public void A_constant_factor_counts_as_0()
    {
        FactorCodes images = new(
            [
                [1, 2, 3, 4],
                [1, 1, 1, 1],
            ],
            [
                [0, 0, 0, 0],
                [5, 5, 5, 5],
            ]
        );

        Assert.Equal(0, Measure(images), precision: 12);
    }

    [Fact]
    public void The_line_is_as_worked_by_hand()
    {
        // Of −1 and 1 with cost ¼ each: ½·s² + 2·¼·(1 − s)² is least where s − (1 − s) = 0, at s = ½; the offset is 0.
        var line = SupportVectorLine.Fit([-1, 1], [false, true], 0.25, 0.25);

        Assert.Equal(0.5, line.Slope, precision: 9);
        Assert.Equal(0, line.Offset, precision: 9);
    }

    [Fact]
    public void The_dearer_side_pulls_the_line_as_worked_by_hand()
    {
        // Values all 0: ½·o² + 1·(1 − o)² + ½·(1 + o)² is least where o − 2·(1 − o) + (1 + o) = 0, at o = ¼.
        var line = SupportVectorLine.Fit([0, 0], [false, true], 1, 0.5);

        Assert.Equal(0.25, line.Offset, precision: 9);
        Assert.Equal(0, line.Slope, precision: 9);
    }

    [Fact]
    public void No_line_near_the_one_found_is_better_where_values_are_far_apart()
    {
        var random = new Random(1);
        double[] values =
        [
            .. Enumerable.Range(0, 200).Select(i => 1000 * random.NextDouble() - (i % 3 == 0 ? 900 : 100)),
        ];
        bool[] inside = [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0)];
        var line = SupportVectorLine.Fit(values, inside, 0.03, 0.01);

        Assert.All(
            new[] { (1e-4, 0.0), (-1e-4, 0), (0, 1e-3), (0, -1e-3) },
            step =>
                Assert.True(
                    Cost(line) < Cost(new(line.Slope + step.Item1, line.Offset + step.Item2)),
                    $"{step} is better"
                )
        );

        double Cost(SupportVectorLine at) =>
            (at.Slope * at.Slope + at.Offset * at.Offset) / 2
            + values.Zip(inside).Sum(v => Penalty(v.Second, v.Second ? 1 - at.At(v.First) : 1 + at.At(v.First)));
        double Penalty(bool isInside, double error) => (isInside ? 0.03 : 0.01) * Math.Pow(Math.Max(0, error), 2);
    }

    [Fact]
    public void Images_to_test_on_with_other_codes_are_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            SupportVectorPredictability.Measure(
                FactorGrid.Of(2, (a, _) => a, (_, b) => b),
                FactorGrid.Of(2, (a, _) => a, (_, b) => b, (_, b) => b)
            )
        );
    }

    private static double Measure(FactorCodes images) => SupportVectorPredictability.Measure(images, images);
}
