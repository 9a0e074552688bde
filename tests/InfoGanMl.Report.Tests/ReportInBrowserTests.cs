using System.Text;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines.Reports;

namespace InfoGanMl.Report.Tests;

/// <summary>The report as people see it.</summary>
[Trait("Speed", "Slow")]
public sealed class ReportInBrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const string FirstFrame = "getComputedStyle(document.querySelector('.frame')).backgroundPosition";

    private const string Slider = "input[type=range]";

    private const string Button = ".player button";

    private readonly TempFolder _folder = new();

    public static TheoryData<string, int> PagesAndWidths =>
        new MatrixTheoryData<string, int>(
            ["whole", "unlabeled", "sparse", "crowded", "several", "continuous", "comparison"],
            [390, 1280]
        );

    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public async Task A_page_fits_the_window_and_has_nothing_to_complain_about(string name, int width)
    {
        await OpenAsync(name, width);

        Assert.Empty(browser.Messages);
        Assert.InRange(await browser.RunAsync<long>("document.scrollingElement.scrollWidth"), 1, width);
    }

    [Fact]
    public async Task A_complaint_of_a_page_would_be_heard()
    {
        const string Page = "<script>console.log('said')</script><script>missing()</script><img src='missing.png'>";

        await browser.OpenAsync(_folder.Write("page.html", Encoding.UTF8.GetBytes(Page)), 1280);

        Assert.Contains("said", browser.Messages);
        Assert.Contains(browser.Messages, text => text.Contains("missing is not defined", StringComparison.Ordinal));
        Assert.Contains(browser.Messages, text => text.Contains("ERR_FILE_NOT_FOUND", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Moving_the_slider_changes_the_pictures_and_says_the_value()
    {
        await OpenAsync("whole");
        var before = await browser.RunAsync<string>(FirstFrame);

        await browser.PressAsync(Slider, "ArrowRight");

        Assert.NotEqual(before, await browser.RunAsync<string>(FirstFrame));
        Assert.Equal("+0.20", await browser.TextOfAsync("output"));
        Assert.Equal("+0.20", await browser.AttributeOfAsync(Slider, "aria-valuetext"));
        Assert.Equal(
            "slant",
            await browser.RunAsync<string>("document.querySelector('input[type=range]').labels[0].textContent")
        );
    }

    [Fact]
    public async Task Play_moves_the_pictures_until_stopped()
    {
        await OpenAsync("whole");
        var before = await browser.RunAsync<string>(FirstFrame);

        await browser.ClickAsync(Button);

        await browser.WaitUntilAsync($"{FirstFrame} !== '{before}'");
        Assert.Equal("Stop", await browser.TextOfAsync(Button));
        Assert.Equal("true", await browser.AttributeOfAsync(Button, "aria-pressed"));

        await browser.ClickAsync(Button);

        Assert.Equal("Play", await browser.TextOfAsync(Button));
        Assert.Equal("false", await browser.AttributeOfAsync(Button, "aria-pressed"));
    }

    [Fact]
    public async Task Every_cell_of_the_matrix_names_its_category_class_and_count()
    {
        await OpenAsync("whole");

        Assert.Equal(
            100,
            await browser.RunAsync<long>(
                "document.querySelectorAll('svg[aria-labelledby^=confusion] rect > title').length"
            )
        );
        Assert.Equal(
            "category 0, class 0: 977 images",
            await browser.RunAsync<string>(
                "document.querySelector('svg[aria-labelledby^=confusion] rect > title').textContent"
            )
        );
    }

    [Fact]
    public async Task Text_of_a_chart_can_be_read_on_a_phone()
    {
        await OpenAsync("whole", width: 390);

        // Sizes are given in units of the view box: what counts is the height on the screen.
        var smallest = await browser.RunAsync<double>(
            "Math.min(...[...document.querySelectorAll('svg')].map(svg => 11 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)) + 0.001"
        );
        Assert.InRange(smallest, 9, 20);
    }

    [Fact]
    public async Task The_page_is_dark_where_people_prefer_that()
    {
        const string Background = "getComputedStyle(document.body).backgroundColor";
        await OpenAsync("whole");
        Assert.Equal("rgb(255, 255, 255)", await browser.RunAsync<string>(Background));

        await browser.ShowAsync("screen", "dark");

        Assert.Equal("rgb(19, 22, 26)", await browser.RunAsync<string>(Background));
    }

    [Fact]
    public async Task Paper_shows_every_section_and_still_grids_in_place_of_sliders()
    {
        await OpenAsync("whole");

        await browser.ShowAsync("print", "dark");

        Assert.Equal(
            6,
            await browser.RunAsync<long>(
                "[...document.querySelectorAll('main > section')].filter(s => s.offsetHeight > 100).length"
            )
        );
        Assert.Equal(
            "rgb(255, 255, 255)",
            await browser.RunAsync<string>("getComputedStyle(document.body).backgroundColor")
        );
        Assert.False(await browser.ShowsAsync("nav"));
        Assert.False(await browser.ShowsAsync(Slider));
        Assert.True(await browser.ShowsAsync(".grid img"));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(await browser.PrintAsync(), 0, 5));
    }

    [Theory]
    [InlineData("whole", 6)]
    [InlineData("continuous", 4)]
    public async Task Every_question_leads_to_its_answer_and_no_section_is_empty(string name, int questions)
    {
        const string Targets = "[...document.querySelectorAll('nav a')].map(a => document.querySelector(a.hash))";
        await OpenAsync(name);

        Assert.Equal(
            questions,
            await browser.RunAsync<long>($"{Targets}.filter(section => section.offsetHeight > 100).length")
        );
        Assert.Equal(questions, await browser.RunAsync<long>("document.querySelectorAll('main > section').length"));
        Assert.Equal(
            0,
            await browser.RunAsync<long>("document.querySelectorAll('main :is(p, div.cards, ul):empty').length")
        );
    }

    [Fact]
    public async Task Sliders_of_a_model_without_categories_change_images_of_different_noise()
    {
        await OpenAsync("continuous");
        var before = await browser.RunAsync<string>(FirstFrame);

        await browser.PressAsync(Slider, "ArrowRight");

        Assert.NotEqual(before, await browser.RunAsync<string>(FirstFrame));
        Assert.Equal("image 1", await browser.AttributeOfAsync(".frame", "aria-label"));
    }

    [Fact]
    public async Task Without_scripts_still_grids_stand_in_place_of_sliders()
    {
        var page = Render("whole").Replace("<script>", "<script type=\"text/plain\">", StringComparison.Ordinal);

        await browser.OpenAsync(_folder.Write("page.html", Encoding.UTF8.GetBytes(page)), 1280);

        Assert.True(await browser.ShowsAsync(".grid img"));
        Assert.False(await browser.ShowsAsync(Slider));
    }

    [Fact]
    public async Task Names_of_classes_do_not_run()
    {
        var page = ReportPage.Render(
            SampleReport.Named(["<script>document.title='run'</script>", .. "123456789".Select(c => $"{c}")]),
            SampleReport.Pictures
        );

        await browser.OpenAsync(_folder.Write("page.html", Encoding.UTF8.GetBytes(page)), 1280);

        Assert.NotEqual("run", await browser.RunAsync<string>("document.title"));
        Assert.Equal(
            "<script>document.title='run'</script>",
            await browser.RunAsync<string>("document.querySelector('#classify table tbody th').textContent")
        );
    }

    public void Dispose() => _folder.Dispose();

    private Task OpenAsync(string name, int width = 1280) =>
        browser.OpenAsync(_folder.Write("page.html", Encoding.UTF8.GetBytes(Render(name))), width);

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
