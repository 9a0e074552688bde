using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.Tests.Metrics.Disentanglement;

public sealed class DisentanglementMetricsTests
{
    /// <summary>All pairs of 20 × 20 values, so that the two factors have nothing to do with each other.</summary>
    private static readonly double[] First = [.. Grid().Select(i => i / 20 - 9.5)];
    private static readonly double[] Second = [.. Grid().Select(i => 0.1 * (i % 20))];
    private static readonly double[] Constant = [.. Grid().Select(_ => 3.0)];

    [Fact]
    public void Codes_that_are_the_factors_are_perfect()
    {
        Assert.Equal(1, Gap([First, Second], [First, Second]), precision: 12);
        Assert.Equal(1, Predictability([First, Second], [First, Second]), precision: 12);
    }

    [Fact]
    public void Neither_order_nor_scale_nor_direction_of_the_codes_matters()
    {
        double[] opposite = [.. First.Select(value => 7 - 2 * value)];

        Assert.Equal(1, Gap([Second, opposite], [First, Second]), precision: 12);
        Assert.Equal(1, Predictability([Second, opposite], [First, Second]), precision: 12);
    }

    [Fact]
    public void Constant_codes_tell_nothing()
    {
        Assert.Equal(0, Gap([Constant, Constant], [First, Second]), precision: 12);
        Assert.Equal(0, Predictability([Constant, Constant], [First, Second]), precision: 12);
    }

    [Fact]
    public void A_code_in_duplicate_is_worth_nothing()
    {
        Assert.Equal(0, Gap([First, First], [First]), precision: 12);
        Assert.Equal(0, Predictability([First, First], [First]), precision: 12);
    }

    [Fact]
    public void A_constant_factor_counts_as_0()
    {
        Assert.Equal(0.5, Gap([First, Second], [First, Constant]), precision: 12);
        Assert.Equal(0.5, Predictability([First, Second], [First, Constant]), precision: 12);
    }

    [Fact]
    public void The_gap_is_as_worked_by_hand()
    {
        // H(factor) = ln 2, all of which the first code tells. H(other) = ln 2; of 8 pairs 3 are 0 0, 1 is 0 1, 1 is 1 0 and 3
        // are 1 1: H(both) = 2·(⅜ ln 8/3 + ⅛ ln 8) = 1.2555, I = 2 ln 2 − 1.2555 = 0.1308. 1 − 0.1308 / 0.6931 = 0.8113.
        double[] factor = [0, 0, 0, 0, 1, 1, 1, 1];
        double[] other = [0, 0, 0, 1, 1, 1, 1, 0];

        Assert.Equal(0.8113, Gap([factor, other], [factor]), precision: 4);
    }

    [Fact]
    public void Predictability_is_as_worked_by_hand()
    {
        // Less their means, factor −1 0 1, first code 0 −1 1: 1² / (2·2) = ¼. Second code −⅓ ⅔ −⅓: 0² / (2·⅔) = 0.
        Assert.Equal(
            0.25,
            Predictability(
                [
                    [2, 1, 3],
                    [0, 1, 0],
                ],
                [
                    [4, 5, 6],
                ]
            ),
            precision: 12
        );
    }

    [Fact]
    public void A_code_that_bends_a_factor_tells_all_of_it_but_no_straight_line_does()
    {
        double[] bent = [.. First.Select(value => value * value)];
        double[] halves = [.. First.Select(Math.Abs)];

        // The square of a value from −9.5 to 9.5 has no correlation with it. With 10 of 20 steps told, ln 10 / ln 20.
        Assert.Equal(0, Predictability([bent, Second], [First]), precision: 12);
        Assert.Equal(Math.Log(10) / Math.Log(20), Gap([halves, Second], [First]), precision: 12);
    }

    [Fact]
    public void Values_within_a_step_of_20_are_alike()
    {
        // 0 to 399 in steps of 20: what tells 20 values apart is the same as what tells all.
        double[] fine = [.. Grid().Select(i => (double)i)];

        Assert.Equal(1, Gap([fine, Second], [First]), precision: 12);
    }

    [Fact]
    public void Values_that_cannot_be_compared_are_refused()
    {
        foreach (var measure in new Func<double[][], double[][], double>[] { Gap, Predictability })
        {
            Assert.Throws<ArgumentException>(() => measure([First], [First]));
            Assert.Throws<ArgumentException>(() => measure([First, Second], []));
            Assert.Throws<ArgumentException>(() =>
                measure(
                    [First, Second],
                    [
                        [1, 2],
                    ]
                )
            );
            Assert.Throws<ArgumentException>(() =>
                measure(
                    [
                        [],
                        [],
                    ],
                    [
                        [],
                    ]
                )
            );
        }
    }

    private static double Gap(double[][] codes, double[][] factors) =>
        DisentanglementMetrics.MutualInformationGap(codes, factors);

    private static double Predictability(double[][] codes, double[][] factors) =>
        DisentanglementMetrics.SeparatedAttributePredictability(codes, factors);

    private static IEnumerable<int> Grid() => Enumerable.Range(0, 400);
}
