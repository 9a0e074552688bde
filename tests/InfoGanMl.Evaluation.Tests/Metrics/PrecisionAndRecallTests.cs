using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class PrecisionAndRecallTests
{
    private static readonly ContingencyTable Worked = ContingencyTable.Of(
        new[,]
        {
            { 3, 1 },
            { 0, 2 },
            { 2, 0 },
        }
    );

    [Fact]
    public void Categories_that_are_the_classes_find_all_of_each_and_nothing_else()
    {
        var table = ContingencyTable.Count([1, 1, 0], [0, 0, 1]);

        Assert.Equal(
            [new ClassScore(2, 1, 1), new ClassScore(1, 1, 1)],
            ClusteringMetrics.PrecisionAndRecall(table, classOf: [1, 0])
        );
    }

    [Fact]
    public void They_are_as_worked_by_hand()
    {
        // Of the 4 images in category 0, 3 are of class 0, which has 5. Both in category 1 are of class 1, which has 3.
        Assert.Equal(
            [new ClassScore(5, 3 / 4.0, 3 / 5.0), new ClassScore(3, 1, 2 / 3.0)],
            ClusteringMetrics.PrecisionAndRecall(Worked, ClusteringMetrics.MatchClasses(Worked))
        );
    }

    [Fact]
    public void A_class_without_a_category_has_no_precision_and_none_of_it_is_found()
    {
        Assert.Equal(
            [new ClassScore(5, 3 / 4.0, 3 / 5.0), new ClassScore(3, null, 0)],
            ClusteringMetrics.PrecisionAndRecall(Worked, classOf: [0])
        );
    }

    [Fact]
    public void An_empty_category_has_no_precision_and_a_class_without_images_no_recall()
    {
        var table = ContingencyTable.Of(
            new[,]
            {
                { 1, 0 },
                { 0, 0 },
            }
        );

        Assert.Equal(
            [new ClassScore(1, 1, 1), new ClassScore(0, null, null)],
            ClusteringMetrics.PrecisionAndRecall(table, classOf: [0, 1])
        );
    }
}
