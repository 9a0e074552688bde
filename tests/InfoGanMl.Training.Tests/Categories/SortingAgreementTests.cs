using InfoGanMl.Training.Categories;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Categories;

public class SortingAgreementTests
{
    [Fact]
    public void The_same_sorting_under_other_numbers_agrees_wholly() =>
        Assert.Equal(1, Measure([0, 0, 1, 1, 2, 2], [2, 2, 0, 0, 1, 1]), 1e-6);

    [Fact]
    public void Sortings_that_say_nothing_about_each_other_do_not_agree() =>
        Assert.Equal(0, Measure([0, 0, 1, 1], [0, 1, 0, 1]), 1e-6);

    [Fact]
    public void A_category_that_the_other_splits_is_agreed_on_in_part() =>
        // H = ln 2 and 1.5 ln 2, together 1.5 ln 2: they share ln 2, of (1 + 1.5)/2 ln 2.
        Assert.Equal(0.8, Measure([0, 0, 1, 1], [0, 0, 1, 2]), 1e-6);

    [Fact]
    public void Two_sortings_into_one_category_agree() => Assert.Equal(1, Measure([0, 0, 0], [0, 0, 0]), 1e-6);

    private static double Measure(long[] one, long[] other)
    {
        using var scope = NewDisposeScope();
        return SortingAgreement.Measure(OneHot(one), OneHot(other));
    }

    internal static Tensor OneHot(long[] categories) =>
        nn.functional.one_hot(tensor(categories), categories.Max() + 1).to(float32);
}
