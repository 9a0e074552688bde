using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class ClusteringMetricsTests
{
    private static readonly int[] Classes = [0, 0, 1, 1, 2, 2];

    /// <summary>
    /// Three categories of two classes:
    /// <code>
    ///             class 0  class 1
    /// category 0        3        1
    /// category 1        0        2
    /// category 2        2        0
    /// </code>
    /// </summary>
    private static readonly ContingencyTable Worked = ContingencyTable.Count(
        [0, 0, 0, 0, 1, 1, 2, 2],
        [0, 0, 0, 1, 1, 1, 0, 0]
    );

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 0, 1)]
    public void Categories_that_are_the_classes_under_other_names_are_perfect(int first, int second, int third)
    {
        var table = ContingencyTable.Count([first, first, second, second, third, third], Classes);

        Assert.Equal(1, ClusteringMetrics.AccuracyOneToOne(table));
        Assert.Equal(1, ClusteringMetrics.PurityOf(table));
        Assert.Equal(1, ClusteringMetrics.NormalizedMutualInformation(table), precision: 12);
        Assert.Equal(1, ClusteringMetrics.AdjustedRandIndex(table), precision: 12);
    }

    [Fact]
    public void One_category_for_everything_is_chance()
    {
        var table = ContingencyTable.Count([3, 3, 3, 3, 3, 3], Classes);

        Assert.Equal(1 / 3.0, ClusteringMetrics.AccuracyOneToOne(table), precision: 12);
        Assert.Equal(1 / 3.0, ClusteringMetrics.PurityOf(table), precision: 12);
        Assert.Equal(0, ClusteringMetrics.NormalizedMutualInformation(table), precision: 12);
        Assert.Equal(0, ClusteringMetrics.AdjustedRandIndex(table), precision: 12);
    }

    [Fact]
    public void Categories_independent_of_the_classes_share_no_information()
    {
        var table = ContingencyTable.Count([0, 1, 0, 1], [0, 0, 1, 1]);

        Assert.Equal(0.5, ClusteringMetrics.AccuracyOneToOne(table));
        Assert.Equal(0, ClusteringMetrics.NormalizedMutualInformation(table), precision: 12);
        // No pair agrees on both sides; 2·2/6 = 2/3 would by chance: (0 − 2/3) / (2 − 2/3) = −0.5.
        Assert.Equal(-0.5, ClusteringMetrics.AdjustedRandIndex(table), precision: 12);
    }

    [Fact]
    public void Splitting_a_class_costs_one_to_one_accuracy_but_not_purity()
    {
        var table = ContingencyTable.Count([0, 3, 1, 1, 2, 2], Classes);

        Assert.Equal(5 / 6.0, ClusteringMetrics.AccuracyOneToOne(table), precision: 12);
        Assert.Equal(1, ClusteringMetrics.PurityOf(table));
    }

    [Fact]
    public void Two_classes_in_one_category_cost_both()
    {
        var table = ContingencyTable.Count([0, 0, 0, 0, 1, 1], Classes);

        Assert.Equal(4 / 6.0, ClusteringMetrics.AccuracyOneToOne(table), precision: 12);
        Assert.Equal(4 / 6.0, ClusteringMetrics.PurityOf(table), precision: 12);
    }

    [Fact]
    public void Accuracy_and_purity_are_as_worked_by_hand()
    {
        // Best matching: category 0 to class 0, category 1 to class 1: 3 + 2 of 8. Purity: 3 + 2 + 2 of 8.
        Assert.Equal(5 / 8.0, ClusteringMetrics.AccuracyOneToOne(Worked));
        Assert.Equal(7 / 8.0, ClusteringMetrics.PurityOf(Worked));
    }

    [Fact]
    public void Categories_are_matched_to_classes_one_to_one()
    {
        Assert.Equal([1, 2, 0], ClusteringMetrics.MatchClasses(ContingencyTable.Count([2, 2, 0, 0, 1, 1], Classes)));
        Assert.Equal([0, 1, -1], ClusteringMetrics.MatchClasses(Worked)); // there is no third class for category 2
    }

    [Fact]
    public void A_category_is_not_matched_to_a_class_that_it_shares_no_image_with()
    {
        // Categories 0 and 2 are both of class 0, and class 1, which category 1 has, is no match for the loser.
        var table = ContingencyTable.Count([0, 0, 1, 2], [0, 0, 1, 0]);
        Assert.Equal([0, 1, -1], ClusteringMetrics.MatchClasses(table));

        // Class 1 is left to category 1, which holds no image: an arbitrary choice, so none.
        Assert.Equal([0, -1, 2], ClusteringMetrics.MatchClasses(ContingencyTable.Count([0, 0, 2], [0, 1, 2])));
    }

    [Fact]
    public void Normalized_mutual_information_is_as_worked_by_hand()
    {
        // H(category) = ½ ln 2 + 2·¼ ln 4 = 1.0397; H(class) = −⅝ ln ⅝ − ⅜ ln ⅜ = 0.6616;
        // H(both) = −⅜ ln ⅜ − ⅛ ln ⅛ − 2·¼ ln ¼ = 1.3209; I = 0.3804; 2·0.3804 / (1.0397 + 0.6616) = 0.4472.
        Assert.Equal(0.4472, ClusteringMetrics.NormalizedMutualInformation(Worked), precision: 4);
    }

    [Fact]
    public void The_adjusted_rand_index_is_as_worked_by_hand()
    {
        // Pairs together in both: 3 + 1 + 1 = 5; in categories: 6 + 1 + 1 = 8; in classes: 10 + 3 = 13; in all: 28.
        // By chance 8·13/28 = 26/7; (5 − 26/7) / (10.5 − 26/7) = 18/95.
        Assert.Equal(18 / 95.0, ClusteringMetrics.AdjustedRandIndex(Worked), precision: 12);
    }

    [Fact]
    public void Counting_every_image_twice_changes_no_share()
    {
        var twice = ContingencyTable.Count(
            [0, 0, 0, 0, 1, 1, 2, 2, 0, 0, 0, 0, 1, 1, 2, 2],
            [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0]
        );

        Assert.Equal(ClusteringMetrics.AccuracyOneToOne(Worked), ClusteringMetrics.AccuracyOneToOne(twice));
        Assert.Equal(ClusteringMetrics.PurityOf(Worked), ClusteringMetrics.PurityOf(twice));
        Assert.Equal(
            ClusteringMetrics.NormalizedMutualInformation(Worked),
            ClusteringMetrics.NormalizedMutualInformation(twice),
            precision: 12
        );
    }

    [Fact]
    public void A_single_image_is_perfect()
    {
        var table = ContingencyTable.Count([0], [0]);

        Assert.Equal(1, ClusteringMetrics.NormalizedMutualInformation(table));
        Assert.Equal(1, ClusteringMetrics.AdjustedRandIndex(table));
    }

    [Theory]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 0 }, new[] { 0, 1 })]
    public void Lists_that_are_empty_or_of_different_length_are_refused(int[] categories, int[] classes)
    {
        Assert.Throws<ArgumentException>(() => ContingencyTable.Count(categories, classes));
    }
}
