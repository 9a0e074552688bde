using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InfoGanMl.Testing.Pipelines.Reports;

namespace InfoGanMl.Report.Tests;

public class ReportPageTests
{
    private static readonly Lazy<string> Page = new(() =>
        ReportPage.Render(SampleReport.Metrics, SampleReport.Pictures)
    );

    [Fact]
    public void The_accuracy_stands_first_with_its_interval()
    {
        Assert.Contains(
            "<strong>98.74 %</strong> of 10,000 test images sorted into the right category, learned without a single label",
            Page.Value,
            StringComparison.Ordinal
        );
        Assert.Contains("95 % interval 98.51 to 98.95 %", Page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void How_the_number_of_categories_was_found_is_drawn_where_it_was()
    {
        var given = ReportPage.Render(SampleReport.Metrics with { CategoryTrials = [] }, SampleReport.Pictures);

        Assert.Contains("How many categories? 10 were chosen", Page.Value, StringComparison.Ordinal);
        Assert.Contains("Agreement of starts, 20 categories: 0.42", Page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("How many categories?", given, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        Assert.DoesNotContain("http", Page.Value, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", Page.Value, StringComparison.Ordinal);
        Assert.All(
            Find("""(?:src|href)="(.{5})|url\((.{5})"""),
            address => Assert.True(address.StartsWith('#') || address == "data:", address)
        );
    }

    [Fact]
    public void Every_picture_is_described() =>
        Assert.All(Find("<img ([^>]*)>"), image => Assert.Matches("alt=\"[^\"]+\"", image));

    [Fact]
    public void Every_id_is_there_once() => Assert.Distinct(Find(" id=\"([^\"]*)\""));

    [Fact]
    public void A_page_of_digits_is_smaller_than_one_and_a_half_megabytes() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Page.Value), 100_000, 1_500_000);

    [Fact]
    public void Pictures_are_reduced_where_the_page_would_be_larger_than_5_megabytes()
    {
        var pictures = SamplePictures.Noise(new(3, 64, 64), categories: 10, new Random(1));

        var page = ReportPage.Render(SampleReport.Metrics, pictures);

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 500_000, 5_000_000);
        Assert.Contains("Its pictures are reduced", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Its pictures are reduced", Page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Color_pictures_keep_their_size_and_their_channels()
    {
        var pictures = SamplePictures.Draw(new(3, 20, 30), SampleReport.ClassOf);

        var page = ReportPage.Render(SampleReport.Metrics, pictures);

        var png = Convert.FromBase64String(
            Regex.Match(page, "<img src=\"data:image/png;base64,([^\"]*)\"").Groups[1].Value
        );
        Assert.Equal(30, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(20, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal(2, png[25]); // RGB
        Assert.Contains("by their luminance", page, StringComparison.Ordinal);
        Assert.DoesNotContain("by their luminance", Page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Matched_categories_and_classes_stand_on_the_diagonal()
    {
        var cells = DrawMatrix(Page.Value).Descendants("rect").ToList();

        Assert.Equal(100, cells.Count);
        Assert.Equal(
            Enumerable.Range(0, 10).Select(i => 11 * i),
            cells.Index().Where(cell => cell.Item.Attribute("stroke") is not null).Select(cell => cell.Index)
        );
        Assert.Equal("category 7, class 9: 984 images", cells[^1].Element("title")!.Value);
    }

    [Fact]
    public void Names_of_classes_are_text_whatever_they_hold()
    {
        string[] names =
        [
            "<script>alert(1)</script>",
            "\"quoted\" & 'so on'",
            "{{Value}}",
            "</style>",
            .. "456789".Select(c => $"{c}"),
        ];

        var page = ReportPage.Render(SampleReport.Named(names), SampleReport.Pictures);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("{{Value}}", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "</style>"));
    }

    private static XElement DrawMatrix(string page) =>
        XElement.Parse(Regex.Match(page, "<svg [^>]*aria-labelledby=\"confusion-.*?</svg>").Value);

    private static List<string> Find(string pattern) =>
        [
            .. Regex
                .Matches(Page.Value, pattern)
                .Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value),
        ];
}
