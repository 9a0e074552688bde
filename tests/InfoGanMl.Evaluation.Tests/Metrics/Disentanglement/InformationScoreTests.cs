using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.Tests.Metrics.Disentanglement;

public sealed class InformationScoreTests
{
    [Fact]
    public void Codes_that_are_the_factors_are_perfect()
    {
        var perfect = FactorGrid.Of(5, (a, _) => 3 - a, (_, b) => 0.1 * b);

        Assert.Equal(1, DisentanglementMetrics.MutualInformationGap(perfect), precision: 12);
        Assert.Equal(1, DisentanglementMetrics.Modularity(perfect), precision: 12);
    }

    [Fact]
    public void Constant_codes_are_worth_nothing()
    {
        var constant = FactorGrid.Of(5, (_, _) => 1, (_, _) => 2);

        Assert.Equal(0, DisentanglementMetrics.MutualInformationGap(constant), precision: 12);
        Assert.Equal(0, DisentanglementMetrics.Modularity(constant), precision: 12);
    }

    [Fact]
    public void Codes_in_duplicate_close_the_gap_but_stay_modular()
    {
        var duplicated = FactorGrid.Of(5, (a, _) => a, (a, _) => a, (_, b) => b, (_, b) => b);

        Assert.Equal(0, DisentanglementMetrics.MutualInformationGap(duplicated), precision: 12);
        Assert.Equal(1, DisentanglementMetrics.Modularity(duplicated), precision: 12);
    }

    [Fact]
    public void Rotated_codes_tell_of_both_factors_alike()
    {
        var rotated = FactorGrid.Of(5, (a, b) => a + b, (a, b) => a - b);

        Assert.Equal(0, DisentanglementMetrics.MutualInformationGap(rotated), precision: 12);
        Assert.Equal(0, DisentanglementMetrics.Modularity(rotated), precision: 12);
    }

    [Fact]
    public void More_values_of_a_factor_than_steps_are_all_told_apart()
    {
        // Codes have 20 steps, 40 values of a factor keep their entropy ln 40: a perfect code tells ln 20 of it.
        var fine = FactorGrid.Of(40, (a, _) => a, (_, b) => b);

        Assert.Equal(Math.Log(20) / Math.Log(40), DisentanglementMetrics.MutualInformationGap(fine), precision: 12);
    }

    [Fact]
    public void Modularity_is_as_worked_by_hand()
    {
        // The first code is the first factor: ln 2 = 0.6931 of that, and 0.1308 of the second one, which it agrees with 6 times
        // of 8 (2 ln 2 − 2·(⅜ ln 8/3 + ⅛ ln 8)). 1 − (0.1308 / 0.6931)² = 0.9644. The second code tells nothing and counts as 0.
        FactorCodes images = new(
            [
                [0, 0, 0, 0, 1, 1, 1, 1],
                [7, 7, 7, 7, 7, 7, 7, 7],
            ],
            [
                [0, 0, 0, 0, 1, 1, 1, 1],
                [0, 0, 0, 1, 1, 1, 1, 0],
            ]
        );

        Assert.Equal(0.9644 / 2, DisentanglementMetrics.Modularity(images), precision: 4);
    }

    [Fact]
    public void Codes_and_factors_that_cannot_be_compared_are_refused()
    {
        double[] code = [1, 2];
        int[] factor = [0, 1];
        Assert.Throws<ArgumentException>(() => new FactorCodes([code], [factor, factor]));
        Assert.Throws<ArgumentException>(() => new FactorCodes([code, code], [factor]));
        Assert.Throws<ArgumentException>(() => new FactorCodes([code, code], [factor, [0]]));
        Assert.Throws<ArgumentException>(() =>
            new FactorCodes(
                [
                    [],
                    [],
                ],
                [
                    [],
                    [],
                ]
            )
        );
        Assert.Throws<ArgumentException>(() => new FactorCodes([code, [1, double.NaN]], [factor, factor]));
    }
}
