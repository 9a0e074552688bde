using InfoGanMl.Training.Losses.Pairs;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Pairs;

public class PairInformationTests
{
    [Fact]
    public void Agreeing_answers_over_all_categories_carry_ln_K()
    {
        var logits = eye(10) * 100;

        Assert.Equal(Math.Log(10), PairInformation.Measure(logits, logits).item<float>(), 1e-4);
    }

    [Fact]
    public void One_category_for_everything_carries_nothing()
    {
        var logits = zeros(6, 3);
        logits[TensorIndex.Colon, 1] = 100;

        Assert.Equal(0, PairInformation.Measure(logits, logits).item<float>(), 1e-5);
    }

    [Fact]
    public void Undecided_answers_carry_nothing()
    {
        Assert.Equal(0, PairInformation.Measure(zeros(4, 5), zeros(4, 5)).item<float>(), 1e-5);
    }

    [Fact]
    public void Partial_agreement_has_the_value_worked_by_hand()
    {
        // Four pairs of Cat(2): (0,0) (0,0) (1,1) and (0,1). Symmetric joint: 1/2, 1/8, 1/8, 1/4; marginals 5/8, 3/8.
        // I = 1/2·ln(1/2 / (25/64)) + 2·1/8·ln(1/8 / (15/64)) + 1/4·ln(1/4 / (9/64)) = 0.110119.
        var first = tensor(
            new[,]
            {
                { 50f, 0f },
                { 50f, 0f },
                { 0f, 50f },
                { 50f, 0f },
            }
        );
        var second = tensor(
            new[,]
            {
                { 50f, 0f },
                { 50f, 0f },
                { 0f, 50f },
                { 0f, 50f },
            }
        );

        Assert.Equal(0.110119, PairInformation.Measure(first, second).item<float>(), 1e-5);
    }
}
