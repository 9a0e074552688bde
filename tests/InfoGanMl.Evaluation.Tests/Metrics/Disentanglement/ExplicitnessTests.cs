using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.Tests.Metrics.Disentanglement;

public sealed class ExplicitnessTests
{
    [Fact]
    public void Codes_that_are_the_factors_are_perfect()
    {
        Assert.Equal(1, Measure(FactorGrid.Of(4, (a, _) => 3 - a, (_, b) => 0.1 * b)), precision: 6);
    }

    [Fact]
    public void Rotated_codes_are_perfect_too()
    {
        Assert.Equal(1, Measure(FactorGrid.Of(4, (a, b) => a + b, (a, b) => a - b)), precision: 6);
    }

    [Fact]
    public void Codes_in_duplicate_are_perfect_too()
    {
        Assert.Equal(1, Measure(FactorGrid.Of(4, (a, _) => a, (a, _) => a, (_, b) => b)), precision: 6);
    }

    [Fact]
    public void Constant_codes_are_right_by_chance()
    {
        Assert.Equal(0.5, Measure(FactorGrid.Of(4, (_, _) => 1, (_, _) => 2)), precision: 6);
    }

    [Fact]
    public void A_code_that_no_straight_line_leads_from_to_the_factor_is_not_explicit()
    {
        // The first factor is 1 where both codes have the same sign: each value of the codes is as common with 0.
        var images = FactorGrid.Of(2, (a, b) => 2 * b - 1, (a, b) => (2 * b - 1) * (2 * a - 1));

        Assert.Equal((0.5 + 1) / 2, Measure(images), tolerance: 0.01);
    }

    [Fact]
    public void The_area_is_as_worked_by_hand()
    {
        // Of 4 pairs of one inside and one outside, 0.35 before 0.4 is the wrong one.
        Assert.Equal(
            0.75,
            Explicitness.AreaUnderCurve([0.1, 0.4, 0.35, 0.8], [false, false, true, true]),
            precision: 12
        );
        // Of 2 pairs one is right, and one is a tie, which is half right.
        Assert.Equal(0.75, Explicitness.AreaUnderCurve([0.1, 0.5, 0.5], [false, false, true]), precision: 12);
    }

    private static double Measure(FactorCodes images) => Explicitness.Measure(images, images);
}
