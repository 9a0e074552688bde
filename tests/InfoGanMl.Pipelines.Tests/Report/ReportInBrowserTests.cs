using System.Text;
using InfoGanMl.Models.Images;
using InfoGanMl.Report;
using InfoGanMl.Testing;
using OpenQA.Selenium;

namespace InfoGanMl.Pipelines.Tests.Report;

/// <summary>The report as people see it.</summary>
public sealed class ReportInBrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string FirstFrame = "getComputedStyle(document.querySelector('.frame')).backgroundPosition";

    private readonly TempFolder _folder = new();

    public static TheoryData<string, int> PagesAndWidths =>
        new MatrixTheoryData<string, int>(
            ["whole", "unlabeled", "sparse", "crowded", "several", "continuous", "comparison"],
            [390, 1280]
        );

    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public void A_page_fits_the_window_and_has_nothing_to_complain_about(string name, int width)
    {
        Open(name, width);

        Assert.Empty(browser.Messages);
        Assert.InRange(browser.Run<long>("document.scrollingElement.scrollWidth"), 1, width);
    }

    [Fact]
    public void Moving_the_slider_changes_the_pictures_and_says_the_value()
    {
        Open("whole");
        var (slider, before) = (browser.Find("input[type=range]"), browser.Run<string>(FirstFrame));

        slider.SendKeys(Keys.ArrowRight);

        Assert.NotEqual(before, browser.Run<string>(FirstFrame));
        Assert.Equal("+0.20", browser.Find("output").Text);
        Assert.Equal("+0.20", slider.GetAttribute("aria-valuetext"));
        Assert.Equal("slant", browser.Run<string>("document.querySelector('input[type=range]').labels[0].textContent"));
    }

    [Fact]
    public void Play_moves_the_pictures_until_stopped()
    {
        Open("whole");
        var (button, before) = (browser.Find(".player button"), browser.Run<string>(FirstFrame));

        button.Click();

        browser.WaitUntil(() => browser.Run<string>(FirstFrame) != before);
        Assert.Equal(("Stop", "true"), (button.Text, button.GetAttribute("aria-pressed")));

        button.Click();

        Assert.Equal(("Play", "false"), (button.Text, button.GetAttribute("aria-pressed")));
    }

    [Fact]
    public void Every_cell_of_the_matrix_names_its_category_class_and_count()
    {
        Open("whole");

        Assert.Equal(
            100,
            browser.Run<long>("document.querySelectorAll('svg[aria-labelledby^=confusion] rect > title').length")
        );
        Assert.Equal(
            "category 0, class 0: 977 images",
            browser.Run<string>("document.querySelector('svg[aria-labelledby^=confusion] rect > title').textContent")
        );
    }

    [Fact]
    public void Text_of_a_chart_can_be_read_on_a_phone()
    {
        Open("whole", width: 390);

        // Sizes are given in units of the view box: what counts is the height on the screen.
        var smallest = browser.Run<double>(
            "Math.min(...[...document.querySelectorAll('svg')].map(svg => 11 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)) + 0.001"
        );
        Assert.InRange(smallest, 9, 20);
    }

    [Fact]
    public void The_page_is_dark_where_people_prefer_that()
    {
        const string Background = "getComputedStyle(document.body).backgroundColor";
        Open("whole");
        Assert.Equal("rgb(255, 255, 255)", browser.Run<string>(Background));

        browser.Show("screen", "dark");

        Assert.Equal("rgb(19, 22, 26)", browser.Run<string>(Background));
    }

    [Fact]
    public void Paper_shows_every_section_and_still_grids_in_place_of_sliders()
    {
        Open("whole");

        browser.Show("print", "dark");

        Assert.Equal(
            6,
            browser.Run<long>(
                "[...document.querySelectorAll('main > section')].filter(s => s.offsetHeight > 100).length"
            )
        );
        Assert.Equal("rgb(255, 255, 255)", browser.Run<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.False(browser.Find("nav").Displayed);
        Assert.False(browser.Find("input[type=range]").Displayed);
        Assert.True(browser.Find(".grid img").Displayed);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(browser.Print(), 0, 5));
    }

    [Theory]
    [InlineData("whole", 6)]
    [InlineData("continuous", 4)]
    public void Every_question_leads_to_its_answer_and_no_section_is_empty(string name, int questions)
    {
        const string Targets = "[...document.querySelectorAll('nav a')].map(a => document.querySelector(a.hash))";
        Open(name);

        Assert.Equal(questions, browser.Run<long>($"{Targets}.filter(section => section.offsetHeight > 100).length"));
        Assert.Equal(questions, browser.Run<long>("document.querySelectorAll('main > section').length"));
        Assert.Equal(0, browser.Run<long>("document.querySelectorAll('main :is(p, div.cards, ul):empty').length"));
    }

    [Fact]
    public void Sliders_of_a_model_without_categories_change_images_of_different_noise()
    {
        Open("continuous");
        var before = browser.Run<string>(FirstFrame);

        browser.Find("input[type=range]").SendKeys(Keys.ArrowRight);

        Assert.NotEqual(before, browser.Run<string>(FirstFrame));
        Assert.Equal("image 1", browser.Find(".frame").GetAttribute("aria-label"));
    }

    [Fact]
    public void Without_scripts_still_grids_stand_in_place_of_sliders()
    {
        var page = Render("whole").Replace("<script>", "<script type=\"text/plain\">", StringComparison.Ordinal);

        browser.Open(_folder.Write("page.html", Encoding.UTF8.GetBytes(page)), 1280);

        Assert.True(browser.Find(".grid img").Displayed);
        Assert.False(browser.Find("input[type=range]").Displayed);
    }

    [Fact]
    public void Names_of_classes_do_not_run()
    {
        var page = ReportPage.Render(
            SampleReport.Named(["<script>document.title='run'</script>", .. "123456789".Select(c => $"{c}")]),
            SampleReport.Pictures
        );

        browser.Open(_folder.Write("page.html", Encoding.UTF8.GetBytes(page)), 1280);

        Assert.NotEqual("run", browser.Run<string>("document.title"));
        Assert.Equal(
            "<script>document.title='run'</script>",
            browser.Run<string>("document.querySelector('#classify table tbody th').textContent")
        );
    }

    public void Dispose() => _folder.Dispose();

    private void Open(string name, int width = 1280)
    {
        browser.Open(_folder.Write("page.html", Encoding.UTF8.GetBytes(Render(name))), width);
    }

    private static string Render(string name) =>
        name switch
        {
            "whole" => ReportPage.Render(SampleReport.Metrics, SampleReport.Pictures),
            "unlabeled" => ReportPage.Render(SampleReport.Unlabeled, SampleReport.Pictures),
            "sparse" => ReportPage.Render(
                SampleReport.Sparse,
                SampleReport.Pictures with
                {
                    Traversals = [],
                    Nearest = [],
                }
            ),
            "crowded" => ReportPage.Render(
                SampleReport.Crowded,
                SamplePictures.Draw(new(3, 40, 32), [.. SampleReport.ClassOf, .. SampleReport.ClassOf])
            ),
            "several" => ReportPage.Render(
                SampleReport.WithSeveralCodes,
                SampleReport.Pictures with
                {
                    CategoricalCodes = SampleReport.Pictures.Traversals,
                }
            ),
            "continuous" => ReportPage.Render(SampleReport.Continuous, SampleReport.ContinuousPictures),
            _ => ComparisonPage.Render(SampleReport.Comparison(PngImage.Encode(new byte[300 * 300], new(1, 300, 300)))),
        };
}
