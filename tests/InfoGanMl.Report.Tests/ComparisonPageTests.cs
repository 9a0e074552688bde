using InfoGanMl.Models.Images;
using InfoGanMl.Testing.Pipelines.Reports;

namespace InfoGanMl.Report.Tests;

public class ComparisonPageTests
{
    private static readonly byte[] Preview = PngImage.Encode([0, 255], new(1, 1, 2));

    private static readonly string Page = ComparisonPage.Render(SampleReport.Comparison(Preview));

    [Fact]
    public void Mean_deviation_and_worst_stand_below_the_runs()
    {
        // 98.74, 98.63 and 98.77: their mean is 98.713, and sqrt((0.027² + 0.083² + 0.057²) / 2) is 0.074.
        AssertRow("Mean", "98.71 %");
        AssertRow("Standard deviation", "0.07 %");
        AssertRow("Worst", "98.63 %");

        static void AssertRow(string name, string accuracy) =>
            Assert.Contains(
                $"<th scope=\"row\">{name}</th><td data-column=\"Preset, seed\"></td><td data-column=\"Accuracy\">{accuracy}</td>",
                Page,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void Every_run_is_named_with_its_preset_and_seed_and_shows_its_picture()
    {
        Assert.Contains(
            "<th scope=\"row\">2. seed-2</th><td data-column=\"Preset, seed\">mnist, seed 2</td>",
            Page,
            StringComparison.Ordinal
        );
        Assert.Equal(3, Page.Split($"src=\"data:image/png;base64,{Convert.ToBase64String(Preview)}\"").Length - 1);
    }

    [Fact]
    public void The_chart_numbers_the_runs_as_the_table_does() =>
        Assert.Contains("3. mnist, seed 3: 98.77 %", Page, StringComparison.Ordinal);

    [Fact]
    public void Agreement_is_shown_for_every_pair_of_runs()
    {
        Assert.Contains("<title>runs 1 and 2: 98.12 %</title>", Page, StringComparison.Ordinal);
        Assert.Contains("<title>runs 3 and 3: 100.00 %</title>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worst_of_a_figure_where_less_is_better_is_the_greatest() =>
        Assert.Contains("<td data-column=\"Minutes\">9.0</td></tr>\n</tbody>", Render(540), StringComparison.Ordinal);

    [Fact]
    public void Runs_without_labels_are_compared_by_what_is_left()
    {
        var page = ComparisonPage.Render(
            new(
                [new("a", SampleReport.Unlabeled, Preview)],
                [
                    [1],
                ]
            )
        );

        Assert.Contains("There are no labels to compare their categories with.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-column=\"Accuracy\"", page, StringComparison.Ordinal);
        Assert.Contains("data-column=\"L_I in nats\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_categories_stands_beside_others_with_what_it_has()
    {
        var page = ComparisonPage.Render(
            new(
                [new("a", SampleReport.Metrics, Preview), new("b", SampleReport.Continuous, Preview)],
                [
                    [1, null],
                    [null, null],
                ]
            )
        );

        Assert.Contains("the mean of 1 run;", page, StringComparison.Ordinal);
        Assert.Contains("<title>runs 1 and 2: –</title>", page, StringComparison.Ordinal);
        Assert.Contains("Of runs without a categorical code: one image a row", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreement_of_other_runs_is_refused()
    {
        var mistake = Assert.Throws<ArgumentException>(() =>
            ComparisonPage.Render(
                SampleReport.Comparison(Preview) with
                {
                    Agreement =
                    [
                        [1],
                    ],
                }
            )
        );

        Assert.Contains("Found 3 runs and 1 rows of agreement", mistake.Message, StringComparison.Ordinal);
    }

    private static string Render(double seconds)
    {
        var all = SampleReport.Metrics;
        var slow = all with { Training = all.Training with { Seconds = seconds } };
        return ComparisonPage.Render(
            new(
                [new("a", all, Preview), new("b", slow, Preview)],
                [
                    [1, 1],
                    [1, 1],
                ]
            )
        );
    }
}
