using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Testing.Pipelines.Reports;

namespace InfoGanMl.Report.Tests;

/// <summary>What the report says where something is missing or does not fit.</summary>
public class ReportPageGapsTests
{
    [Fact]
    public void Without_labels_the_page_says_so_and_what_is_therefore_not_there()
    {
        var page = Render(SampleReport.Unlabeled);

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

    [Fact]
    public void Without_a_categorical_code_the_page_says_so_and_is_about_what_is_left()
    {
        var page = ReportPage.Render(SampleReport.Continuous, SampleReport.ContinuousPictures);

        AssertSays(page, "<strong>0.930</strong> R² of the continuous code that Q reads worst");
        AssertSays(page, "This model has no categorical code, so it sorts nothing");
        AssertSays(page, "in 5 images of different noise at once");
        AssertSays(page, "Precision");
        Assert.All(
            ["id=\"classify\"", "id=\"categories\"", "L_I", "Within a category", "category", "calibrat"],
            text => Assert.DoesNotContain(text, WithoutStyle(page), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Without_any_code_the_page_says_that_noise_is_all_there_is()
    {
        var metrics = SampleReport.Continuous with
        {
            ContinuousCodes = [],
            Figures = new(SampleReport.Continuous.Figures.Where(figure => !figure.Kind.IsOfCode)),
            History = [],
        };

        var page = ReportPage.Render(metrics, SampleReport.ContinuousPictures with { Traversals = [] });

        AssertSays(page, "<strong>No code</strong>");
        AssertSays(page, "This model has no code at all");
    }

    [Fact]
    public void Of_several_codes_all_are_listed_and_the_first_is_said_to_be_what_the_rest_is_about()
    {
        var page = Render(SampleReport.WithSeveralCodes);

        AssertSays(
            page,
            "The categories are those of category_1, the first of 3 categorical codes: none was picked by labels."
        );
        AssertSays(page, "<th scope=\"row\">category_3</th><td data-column=\"Categories\">50</td>");
    }

    [Fact]
    public void Of_very_many_categories_the_most_used_are_pictured_and_the_page_says_so()
    {
        var random = new Random(1);
        var noise = SamplePictures.Noise(new(3, 64, 64), categories: 50, random);
        var metrics = SampleReport.Unlabeled with
        {
            Sorting = new(
                SampleReport.Unlabeled.Sorting!.Categories with
                {
                    Sizes = [.. Enumerable.Range(0, 50)],
                },
                Classes: null
            ),
        };

        var page = ReportPage.Render(metrics, noise);

        AssertSays(page, "Of 50 categories the 20 with most test images are shown.");
        AssertSays(page, "Its pictures are reduced to keep it small");
        AssertSays(page, "Category 49");
        Assert.DoesNotContain("Category 29<", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 500_000, 5_000_000);
    }

    private static string WithoutStyle(string page) => page[page.IndexOf("</style>", StringComparison.Ordinal)..];

    private static string Render(EvaluationMetrics metrics) => ReportPage.Render(metrics, SampleReport.Pictures);

    private static void AssertSays(string page, string text) => Assert.Contains(text, page, StringComparison.Ordinal);
}
