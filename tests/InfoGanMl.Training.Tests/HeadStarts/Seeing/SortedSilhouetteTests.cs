using InfoGanMl.Training.HeadStarts.Seeing;
using InfoGanMl.Training.Tests.Categories;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts.Seeing;

public class SortedSilhouetteTests
{
    [Fact]
    public void Categories_far_apart_come_near_to_one() =>
        Assert.InRange(Measure([0, 0.01f, 100, 100.01f], [0, 0, 1, 1]), 0.999, 1);

    [Fact]
    public void It_is_the_gap_to_the_next_category_over_the_larger_distance() =>
        // Of 0: a = 1, b = 4.5; of 1: a = 1, b = 3.5; of 4: a = 1, b = 3.5; of 5: a = 1, b = 4.5.
        Assert.Equal((3.5 / 4.5 + 2.5 / 3.5) / 2, Measure([0, 1, 4, 5], [0, 0, 1, 1]), 1e-6);

    [Fact]
    public void An_image_alone_in_its_category_counts_as_zero_and_an_unused_category_as_none() =>
        // Of 0: a = 1, b = 4; of 1: a = 1, b = 3; category 1 has no image.
        Assert.Equal((3 / 4.0 + 2 / 3.0 + 0) / 3, Measure([0, 1, 4], [0, 0, 2]), 1e-6);

    [Fact]
    public void Images_that_are_all_in_one_category_have_none() => Assert.Equal(0, Measure([0, 1, 4], [0, 0, 0]));

    private static double Measure(float[] features, long[] categories)
    {
        using var scope = NewDisposeScope();
        return SortedSilhouette.Measure(tensor(features).unsqueeze(1), SortingAgreementTests.OneHot(categories));
    }
}
