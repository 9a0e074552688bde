using InfoGanMl.Pipelines.Naming;

namespace InfoGanMl.Pipelines.Tests.Naming;

public sealed class CategoryMatchingTests
{
    [Fact]
    public void A_row_of_each_class_names_the_category_that_it_falls_into()
    {
        Assert.Equal([1, 2, 0], CategoryMatching.Find([new([0, 0, 1], 0), new([1, 0, 0], 1), new([0, 1, 0], 2)], 3));
    }

    [Fact]
    public void A_row_in_the_category_of_another_class_gives_way_to_the_surer_one()
    {
        // Both fall into category 0. ln 0.6 + ln 0.01 = -5.1 for taking that at its word, ln 0.4 + ln 0.99 = -0.9 otherwise.
        Assert.Equal([1, 0], CategoryMatching.Find([new([0.6f, 0.4f], 0), new([0.99f, 0.01f], 1)], 2));
    }

    [Fact]
    public void One_row_that_Q_is_wrong_and_sure_about_does_not_outweigh_many()
    {
        NamedRow[] right = [.. Enumerable.Repeat(new NamedRow([0.9f, 0.1f], 0), 10)];

        Assert.Equal([0, 1], CategoryMatching.Find([.. right, new([0, 1], 0)], 2));
    }

    [Fact]
    public void Several_categories_may_show_a_class_where_classes_are_fewer()
    {
        NamedRow[] rows =
        [
            new([1, 0, 0, 0], 0),
            new([0, 1, 0, 0], 1),
            new([0, 0, 1, 0], 0),
            new([0, 0, 0.1f, 0.9f], 1),
        ];

        Assert.Equal([0, 1, 0, 1], CategoryMatching.Find(rows, 2));
    }

    [Fact]
    public void Each_category_goes_to_its_heaviest_class_where_classes_are_more()
    {
        Assert.Equal(
            [2, 0],
            CategoryMatching.Find([new([0, 1], 0), new([0.4f, 0.6f], 1), new([1, 0], 2), new([0, 1], 0)], 3)
        );
    }
}
