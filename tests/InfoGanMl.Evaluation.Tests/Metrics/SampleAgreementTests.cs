using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class SampleAgreementTests
{
    /// <summary>Category 0 stands for class 2, category 1 for class 0, category 2 for class 1.</summary>
    private static readonly int[] ClassOf = [2, 0, 1];

    [Fact]
    public void Images_that_all_show_the_class_of_their_category_agree_perfectly()
    {
        var agreement = SampleAgreement.Measure([2, 0, 1, 2], [0, 1, 2, 0], ClassOf);

        Assert.Equal(1, agreement.Overall);
        Assert.Equal([1, 1, 1], agreement.OfCategory);
    }

    [Fact]
    public void Images_that_show_the_number_of_their_category_do_not_agree()
    {
        var agreement = SampleAgreement.Measure([0, 1, 2], [0, 1, 2], ClassOf);

        Assert.Equal(0, agreement.Overall);
        Assert.Equal([0, 0, 0], agreement.OfCategory);
    }

    [Fact]
    public void A_generator_that_always_draws_the_same_class_agrees_by_chance()
    {
        var agreement = SampleAgreement.Measure([1, 1, 1, 1, 1, 1], [0, 0, 1, 1, 2, 2], ClassOf);

        Assert.Equal(1 / 3.0, agreement.Overall, precision: 12);
        Assert.Equal([0, 0, 1], agreement.OfCategory);
    }

    [Fact]
    public void Shares_are_as_worked_by_hand()
    {
        // Category 0: classes 2, 2, 1, of which two of three agree; category 1: class 0; category 2: classes 1, 0.
        var agreement = SampleAgreement.Measure([2, 2, 1, 0, 1, 0], [0, 0, 0, 1, 2, 2], ClassOf);

        Assert.Equal(4 / 6.0, agreement.Overall, precision: 12);
        Assert.Equal([2 / 3.0, 1, 0.5], agreement.OfCategory);
    }

    [Fact]
    public void Images_of_a_category_without_a_class_count_as_wrong()
    {
        // Category 1 is surplus; Q never answered category 2 on real images, so it is not in the list.
        var agreement = SampleAgreement.Measure([0, 0, 0], [0, 1, 2], [0, -1]);

        Assert.Equal(1 / 3.0, agreement.Overall, precision: 12);
        Assert.Equal([1, 0, 0], agreement.OfCategory);
    }

    [Fact]
    public void A_category_without_images_has_no_share()
    {
        var agreement = SampleAgreement.Measure([2, 1], [0, 2], ClassOf);

        Assert.Equal(1, agreement.Overall);
        Assert.Equal([1, null, 1], agreement.OfCategory);
    }

    [Theory]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 0 }, new[] { 0, 1 })]
    public void Lists_that_are_empty_or_of_different_length_are_refused(int[] judged, int[] categories)
    {
        Assert.Throws<ArgumentException>(() => SampleAgreement.Measure(judged, categories, ClassOf));
    }
}
