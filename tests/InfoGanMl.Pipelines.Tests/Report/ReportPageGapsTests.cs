using InfoGanMl.Evaluation;
using InfoGanMl.Report;

namespace InfoGanMl.Pipelines.Tests.Report;

/// <summary>What the report says where something is missing or does not fit.</summary>
public class ReportPageGapsTests
{
    [Fact]
    public void Without_labels_the_page_says_so_and_what_is_therefore_not_there()
    {
        var page = Render(SampleReport.Unlabelled);

        AssertSays(page, "<strong>10 of 10</strong> categories in use for 10,000 test images");
        AssertSays(page, "These data have no labels. So there is no accuracy, no confusion matrix");
        AssertSays(page, "no judge is shipped for this data set");
        Assert.DoesNotContain("confusion-title", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Most wrong", page, StringComparison.Ordinal);
        AssertSays(page, "Entropy of the categories");
    }

    [Fact]
    public void Without_codes_history_judge_and_label_efficiency_the_page_says_how_to_get_them()
    {
        var page = ReportPage.Render(SampleReport.Sparse, SampleReport.Pictures with { Traversals = [], Nearest = [] });

        AssertSays(page, "This model has no continuous code");
        AssertSays(page, "How L_I grew in training is not at hand");
        AssertSays(page, "no judge is shipped for this data set");
        AssertSays(page, "Evaluate with <code>--label-efficiency</code>");
        AssertSays(page, "not measured: no reference tensors were at hand");
        Assert.DoesNotContain("type=\"range\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_category_is_named()
    {
        var nothing = new CategoryPictures([], [], [], []);
        var pictures = SampleReport.Pictures with
        {
            Categories = [.. SampleReport.Pictures.Categories.SkipLast(1), nothing],
        };

        var page = ReportPage.Render(SampleReport.WithEmptyCategory, pictures);

        AssertSays(page, "Nothing falls into category 9.");
        AssertSays(page, "1 of 10 are empty");
        AssertSays(page, "no test images");
    }

    [Fact]
    public void Categories_without_a_class_are_counted_where_there_are_more_than_classes()
    {
        var pictures = SamplePictures.Draw(new(1, 28, 28), [.. SampleReport.ClassOf, .. SampleReport.ClassOf]);

        var page = ReportPage.Render(SampleReport.Crowded, pictures);

        AssertSays(page, "There are 20 categories for 10 classes");
        AssertSays(page, "10 categories have no class, and their images count as wrong");
    }

    [Fact]
    public void Classes_without_a_category_are_named_where_there_are_more_than_categories()
    {
        var (categories, classes) = SampleReport.Metrics.Sorting!;
        var page = ReportPage.Render(
            SampleReport.Metrics with
            {
                Sorting = new(
                    categories with
                    {
                        Sizes = [.. categories.Sizes.Take(8)],
                    },
                    classes! with
                    {
                        ClassOf = [.. classes.ClassOf.Take(8)],
                        Confusion = [.. classes.Confusion.Take(8)],
                    }
                ),
            },
            SamplePictures.Draw(new(1, 28, 28), [.. SampleReport.ClassOf.Take(8)])
        );

        AssertSays(
            page,
            "There are 10 classes and only 8 categories: images of the classes without a category (4, 5) count as wrong."
        );
    }

    [Fact]
    public void A_class_without_images_is_named_and_has_no_recall()
    {
        var (categories, all) = SampleReport.Metrics.Sorting!;
        var page = Render(
            SampleReport.Metrics with
            {
                Sorting = new(categories, all! with { OfClass = [.. all.OfClass.SkipLast(1), new(0, 0.5, null)] }),
            }
        );

        AssertSays(page, "There are no test images of 9.");
        AssertSays(page, "<td data-column=\"Precision\">50.00 %</td><td data-column=\"Recall\">–</td>");
    }

    private static string Render(EvaluationMetrics metrics) => ReportPage.Render(metrics, SampleReport.Pictures);

    private static void AssertSays(string page, string text) => Assert.Contains(text, page, StringComparison.Ordinal);
}
