using System.Text;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Packed;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Packed;

public sealed class PixelTableTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("label,", "7,", "p", ",")] // Kaggle's
    [InlineData("", "7,", "", ",")] // without a header the first column is the label
    [InlineData("label;", "7;", "p", ";")]
    [InlineData("\"class\",", "7,", "p", ",")]
    [InlineData(",label,", "0,7,", "p", ",")] // pandas numbers the rows
    public void A_row_is_an_image_and_its_label(string header, string start, string name, string separator)
    {
        var names =
            name == "" ? "" : header + string.Join(separator, Enumerable.Range(0, 64).Select(i => $"{name}{i}")) + "\n";
        var row = start + string.Join(separator, Enumerable.Range(0, 64)) + "\n";

        var table = Read($"{names}{row}{row}");

        Assert.Equal((2, new ImageFormat(1, 8, 8)), (table.Count, table.Format));
        Assert.Equal(["7", "7"], table.Labels!);
        Assert.Equal([.. Enumerable.Range(0, 64).Select(i => (byte)i)], ImageAt(table, 1));
    }

    [Fact]
    public void Without_labels_there_are_as_many_columns_as_pixels()
    {
        var table = Read(Row(64, i => $"p{i}") + Row(64, i => $"{i}"));

        Assert.Null(table.Labels);
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void Numbered_columns_are_names_and_no_image()
    {
        Assert.Equal(1, Read(Row(64, i => $"{i}") + Row(64, i => $"{255 - i}")).Count);
    }

    [Fact]
    public void Colors_are_three_columns_of_a_pixel()
    {
        var table = Read(Row(3 * 64, i => $"p{i}") + Row(3 * 64, i => $"{i % 3 * 90 + i / 3}"));

        Assert.Equal(new ImageFormat(3, 8, 8), table.Format);
        Assert.Equal([.. Enumerable.Range(0, 192).Select(i => (byte)(i / 64 * 90 + i % 64))], ImageAt(table, 0));
    }

    [Theory]
    [InlineData("0.0", "1.0")]
    [InlineData("0", "1")]
    [InlineData("0.25", "1")]
    public void Pixels_may_be_shares_of_full_intensity(string dark, string light)
    {
        Assert.Equal(255, ImageAt(Read(Row(64, i => $"p{i}") + Row(64, i => i == 5 ? light : dark)), 0)[5]);
    }

    [Theory]
    [InlineData("x", "")]
    [InlineData("256", "pixel 256 in line 3")]
    [InlineData("-1", "pixel -1 in line 3")]
    [InlineData("1,2", "")] // a column too many
    public void A_cell_that_is_no_pixel_is_refused(string cell, string found)
    {
        var error = Assert.Throws<InvalidPictureListException>(() =>
            Read(Row(64, i => $"p{i}") + Row(64, _ => "9") + Row(64, i => i == 3 ? cell : "9"))
        );

        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("path,label\n1.png,a\n")]
    [InlineData("a,b,c,d\n1,2,3,4\n")]
    public void A_list_is_no_table_of_pixels(string csv)
    {
        Assert.Null(PixelTable.FindColumns(_folder.Write("x.csv", Encoding.UTF8.GetBytes(csv))));
    }

    private static string Row(int columns, Func<int, string> cellAt) =>
        string.Join(',', Enumerable.Range(0, columns).Select(cellAt)) + "\n";

    private static byte[] ImageAt(PixelTable table, int image)
    {
        var pixels = new byte[table.Format.Size];
        table.CopyTo(image, pixels);
        return pixels;
    }

    private PixelTable Read(string csv)
    {
        var path = _folder.Write("x.csv", Encoding.UTF8.GetBytes(csv));
        var columns = PixelTable.FindColumns(path);
        Assert.NotNull(columns);
        return PixelTable.Read(path, columns, TestContext.Current.CancellationToken);
    }
}
