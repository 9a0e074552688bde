using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class CodeMetricsTests
{
    private static readonly double Entropy = Math.Log(2);

    [Fact]
    public void Mutual_information_is_the_entropy_when_every_category_is_recovered()
    {
        Assert.Equal(Entropy, CodeMetrics.MutualInformation([1, 0, 0, 1], [0, 1], Entropy), precision: 12);
    }

    [Fact]
    public void Mutual_information_is_0_when_Q_answers_with_the_prior()
    {
        Assert.Equal(0, CodeMetrics.MutualInformation([0.5f, 0.5f, 0.5f, 0.5f], [0, 1], Entropy), precision: 12);
    }

    [Fact]
    public void Mutual_information_is_as_worked_by_hand()
    {
        // ½ (ln ¾ + ln ½) + ln 2 = ½ ln 1.5
        Assert.Equal(
            0.5 * Math.Log(1.5),
            CodeMetrics.MutualInformation([0.75f, 0.25f, 0.5f, 0.5f], [0, 1], Entropy),
            precision: 12
        );
    }

    [Fact]
    public void Mutual_information_stays_finite_when_Q_is_sure_of_the_wrong_category()
    {
        Assert.Equal(
            Math.Log(CodeMetrics.LeastProbability) + Entropy,
            CodeMetrics.MutualInformation([0, 1], [0], Entropy),
            precision: 9
        );
    }

    [Fact]
    public void R2_is_1_for_the_values_themselves()
    {
        Assert.Equal(1, CodeMetrics.R2Of([-1, 0.5f, 1], [-1, 0.5f, 1]), precision: 12);
    }

    [Fact]
    public void R2_is_0_for_their_mean()
    {
        Assert.Equal(0, CodeMetrics.R2Of([2, 2, 2], [1, 2, 3]), precision: 12);
    }

    [Fact]
    public void R2_is_as_worked_by_hand()
    {
        // Errors 0.5, 0, −1: mean square 1.25/3; variance of 1, 2, 3: 2/3; 1 − 0.625.
        Assert.Equal(0.375, CodeMetrics.R2Of([1.5f, 2, 2], [1, 2, 3]), precision: 12);
    }

    [Fact]
    public void R2_is_negative_for_the_opposite_values()
    {
        Assert.Equal(-3, CodeMetrics.R2Of([1, -1], [-1, 1]), precision: 12);
    }

    [Fact]
    public void Values_that_do_not_fit_the_images_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CodeMetrics.R2Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => CodeMetrics.R2Of([], []));
        Assert.Throws<ArgumentException>(() => CodeMetrics.MutualInformation([0.5f, 0.5f, 1], [0, 1], Entropy));
    }
}
