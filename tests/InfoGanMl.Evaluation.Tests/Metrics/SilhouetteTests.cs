using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public class SilhouetteTests
{
    [Fact]
    public void It_is_as_worked_by_hand()
    {
        // On a line: 0 and 1 in one category, 4 and 6 in the other.
        //   0: a = 1, b = (4 + 6) / 2 = 5,   (5 − 1) / 5     = 0.8
        //   1: a = 1, b = (3 + 5) / 2 = 4,   (4 − 1) / 4     = 0.75
        //   4: a = 2, b = (4 + 3) / 2 = 3.5, (3.5 − 2) / 3.5 = 3/7
        //   6: a = 2, b = (6 + 5) / 2 = 5.5, (5.5 − 2) / 5.5 = 7/11
        var silhouette = Silhouette.Measure([0, 1, 4, 6], [0, 0, 1, 1]);

        Assert.Equal((0.8 + 0.75 + 3 / 7.0 + 7 / 11.0) / 4, silhouette!.Value, precision: 12);
    }

    [Fact]
    public void It_is_that_of_the_definition_in_the_plane_with_an_image_alone()
    {
        // By twelve lines of Python that follow the definition of sklearn.metrics.silhouette_score in double precision:
        // 0.66092, 0.61866, 0.62074, 0.68986, 0.63775, 0.65344, −0.10676 (in the wrong category), 0 (alone), 0.21087.
        float[] features = [0.5f, 1, 1.5f, 0.5f, 1, 2, 4, 4.5f, 5, 4, 4.5f, 5.5f, 2.5f, 3, 9, 0, 3, 3.5f];

        var silhouette = Silhouette.Measure(features, [0, 0, 0, 1, 1, 1, 0, 2, 1]);

        Assert.Equal(0.4428303428, silhouette!.Value, 1e-6);
    }

    [Fact]
    public void Categories_that_are_points_far_apart_are_perfect() =>
        Assert.Equal(1, Silhouette.Measure([0, 0, 5, 5], [0, 0, 1, 1]));

    [Fact]
    public void Images_that_are_all_alike_have_none() =>
        Assert.Equal(0, Silhouette.Measure([3, 3, 3, 3], [0, 0, 1, 1]));

    [Fact]
    public void Images_in_the_wrong_category_are_below_0() =>
        Assert.InRange(Silhouette.Measure([0, 5, 0, 5], [0, 0, 1, 1])!.Value, -1, -0.1);

    [Fact]
    public void Images_each_alone_count_as_0() => Assert.Equal(0, Silhouette.Measure([1, 2, 9], [0, 1, 2]));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Fewer_than_two_categories_have_no_silhouette(int images) =>
        Assert.Null(Silhouette.Measure(new float[images], new int[images]));

    [Fact]
    public void Features_that_are_not_whole_rows_are_refused() =>
        Assert.Throws<ArgumentException>(() => Silhouette.Measure([1, 2, 3], [0, 1]));
}
