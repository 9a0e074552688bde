using InfoGanMl.Training.Losses.Pairs;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Pairs;

public class CategoryBalanceTests
{
    [Fact]
    public void Images_spread_evenly_give_ln_K()
    {
        var logits = eye(10) * 100;

        Assert.Equal(Math.Log(10), CategoryBalance.Measure(logits, logits).item<float>(), 1e-5);
    }

    [Fact]
    public void Undecided_answers_are_spread_evenly_too()
    {
        Assert.Equal(Math.Log(5), CategoryBalance.Measure(zeros(4, 5), zeros(4, 5)).item<float>(), 1e-5);
    }

    [Fact]
    public void One_category_for_everything_gives_nothing()
    {
        var logits = zeros(6, 3);
        logits[TensorIndex.Colon, 1] = 200; // so that the others' probabilities are 0 as floats

        Assert.Equal(0, CategoryBalance.Measure(logits, logits).item<float>(), 1e-5);
    }

    [Fact]
    public void Both_views_count_and_codes_add_up()
    {
        // One image in category 0, its copy in category 1: the mean answer is (1/2, 1/2), so ln 2 for each code.
        var (first, second) = (
            tensor(
                new[,]
                {
                    { 50f, 0f },
                }
            ),
            tensor(
                new[,]
                {
                    { 0f, 50f },
                }
            )
        );

        Assert.Equal(Math.Log(2), CategoryBalance.Measure(first, second).item<float>(), 1e-5);
        Assert.Equal(2 * Math.Log(2), CategoryBalance.Measure([first, first], [second, second]).item<float>(), 1e-5);
    }

    [Fact]
    public void An_unused_category_still_pulls()
    {
        // Without a gradient there, a category that lost all images could never win one back.
        var logits = zeros(2, 2).requires_grad_();
        using var skewed = logits + tensor([3f, 0f]);

        CategoryBalance.Measure(skewed, skewed).backward();

        Assert.True(logits.grad![0, 1].item<float>() > 0.01f);
    }
}
