using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class ContingencyTableTests
{
    [Fact]
    public void A_table_of_counts_is_that_of_the_images_counted()
    {
        var counted = ContingencyTable.Count([0, 0, 1, 0], [2, 0, 1, 2]);
        var table = ContingencyTable.Of(
            new[,]
            {
                { 1, 0, 2 },
                { 0, 1, 0 },
            }
        );

        Assert.Equal(counted.CategorySizes, table.CategorySizes);
        Assert.Equal(counted.ClassSizes, table.ClassSizes);
        Assert.Equal((4, 2), (table.Total, table[0, 2]));
    }

    [Fact]
    public void Counts_that_change_later_do_not_change_the_table()
    {
        var counts = new[,]
        {
            { 1, 2 },
        };
        var table = ContingencyTable.Of(counts);

        counts[0, 0] = 5;

        Assert.Equal(1, table[0, 0]);
    }

    [Fact]
    public void Negative_counts_and_no_images_are_refused()
    {
        var negative = new[,]
        {
            { 3, -1 },
        };

        Assert.Throws<ArgumentException>(() => ContingencyTable.Of(negative));
        Assert.Throws<ArgumentException>(() => ContingencyTable.Of(new int[2, 2]));
        Assert.Throws<ArgumentException>(() => ContingencyTable.Of(new int[0, 0]));
    }
}
