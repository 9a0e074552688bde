using System.Text;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Packed;
using InfoGanMl.Preparation.Sources;
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
    [InlineData("path,pixels\n1.png,784\n")] // how many
    [InlineData("image,label\n1.png,a\n")]
    [InlineData("path,image,pixels\n")]
    public void A_list_is_no_table_of_pixels(string csv)
    {
        Assert.Null(PixelTable.FindColumns(Write(csv), label: null));
    }

    [Theory]
    [InlineData("emotion,pixels,Usage", "3,{0},Training", "3,{0},PrivateTest")] // FER2013
    [InlineData("emotion, Usage, pixels", "3,Training,{0}", "3,PublicTest,{0}")]
    [InlineData("Usage,label,pixels", "train,3,\"{0} \"", "val,3,\"{0} \"")]
    public void All_pixels_may_stand_in_one_column(string header, string train, string test)
    {
        var table = Read($"{header}\n{string.Format(train, Pixels(64))}\n{string.Format(test, Pixels(64))}\n");

        Assert.Equal((2, new ImageFormat(1, 8, 8)), (table.Count, table.Format));
        Assert.Equal(["3", "3"], table.Labels!);
        Assert.Equal([Part.Train, Part.Test], table.Parts!);
        Assert.Equal([.. Enumerable.Range(0, 64).Select(i => (byte)i)], ImageAt(table, 1));
    }

    [Fact]
    public void Any_column_may_name_the_class_if_it_is_asked_for()
    {
        var faces = $"age,ethnicity,gender,img_name,pixels\n30,2,1,a.jpg,{Pixels(3 * 64)}\n";
        var digits = "label,writer," + Row(64, i => $"p{i}") + "7,anna," + Row(64, i => $"{i}");

        Assert.Equal((new ImageFormat(3, 8, 8), null), (Read(faces).Format, Read(faces).Labels));
        Assert.Equal(["1"], Read(faces, "Gender").Labels!);
        Assert.Equal(["anna"], Read(digits, "writer").Labels!);
        Assert.Equal(0, ImageAt(Read(digits, "writer"), 0)[0]);
    }

    [Fact]
    public void A_column_that_is_asked_for_and_not_there_is_refused_with_those_that_are()
    {
        var faces = $"age,gender,pixels\n30,1,{Pixels(64)}\n";
        var digits = "digit," + Row(64, i => $"p{i}") + "7," + Row(64, i => $"{i}");

        var (one, many) = (Refuse(faces), Refuse(digits));

        Assert.Equal(("the columns age, gender, pixels", "a column mood, as asked for"), (one.Found, one.Expected));
        Assert.StartsWith("the columns digit, p0, p1, ", many.Found, StringComparison.Ordinal);
        Assert.EndsWith(" and 45 more", many.Found, StringComparison.Ordinal);

        InvalidPictureListException Refuse(string csv) =>
            Assert.Throws<InvalidPictureListException>(() => Read(csv, "mood"));
    }

    [Fact]
    public void A_column_may_say_what_an_image_is_for()
    {
        var table = Read(
            "label,split," + Row(64, i => $"p{i}") + "7,test," + Row(64, i => "9") + "8,0," + Row(64, i => "9")
        );

        Assert.Equal([Part.Test, Part.Train], table.Parts!);
    }

    [Theory]
    [InlineData("3,1 2 3,Training", "3 pixels in line 3", "64, as in the first image")]
    [InlineData("3,{0},Later", "the split 'Later' in line 3", "train, training")]
    [InlineData("3,{0}x,Training", "63x", "a number")]
    public void A_row_that_is_not_like_the_first_is_refused(string row, string found, string expected)
    {
        var error = Assert.Throws<InvalidPictureListException>(() =>
            Read($"emotion,pixels,Usage\n3,{Pixels(64)},Training\n{string.Format(row, Pixels(64))}\n")
        );

        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.StartsWith(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_are_other_than_they_seem_are_refused()
    {
        var names = string.Join(',', Enumerable.Range(0, 62).Select(i => $"p{i}"));
        var row = string.Join(',', Enumerable.Range(0, 63));

        var error = Assert.Throws<InvalidPictureListException>(() => Read($"label,{names},\"a,b\"\n{row},9\n"));

        Assert.Equal("a number in every column of every row", error.Expected);
    }

    [Fact]
    public void Other_separators_may_stand_in_cells()
    {
        var table = Read($"name;a,label,pixels\nx;y;z,7,{Pixels(64)}\n");

        Assert.Equal(["7"], table.Labels!);
    }

    [Fact]
    public void Whatever_is_not_for_training_is_held_out()
    {
        var path = Write($"emotion,pixels,Usage\n0,{Pixels(64)},Training\n1,{Pixels(64)},PublicTest\n");

        var list = PictureSearch.Find(path, new(), TestContext.Current.CancellationToken);

        Assert.Equal("x.csv/000001", Assert.Single(list.Pictures, picture => picture.Part == Part.Test).Path);
        Assert.Equal(["0", "1"], list.Classes);
    }

    [Fact]
    public void A_table_of_one_part_alone_is_split_as_any_other()
    {
        var path = Write($"emotion,pixels,Usage\n0,{Pixels(64)},Training\n1,{Pixels(64)},Training\n");

        var list = PictureSearch.Find(path, new(), TestContext.Current.CancellationToken);

        Assert.Single(list.Pictures, picture => picture.Part == Part.Test);
    }

    private static string Pixels(int count) => string.Join(' ', Enumerable.Range(0, count));

    private static string Row(int columns, Func<int, string> cellAt) =>
        string.Join(',', Enumerable.Range(0, columns).Select(cellAt)) + "\n";

    private static byte[] ImageAt(PixelTable table, int image)
    {
        var pixels = new byte[table.Format.Size];
        table.CopyTo(image, pixels);
        return pixels;
    }

    private string Write(string csv) => _folder.Write("x.csv", Encoding.UTF8.GetBytes(csv));

    private PixelTable Read(string csv, string? label = null)
    {
        var path = Write(csv);
        var columns = PixelTable.FindColumns(path, label);
        Assert.NotNull(columns);
        return PixelTable.Read(path, columns, TestContext.Current.CancellationToken);
    }
}
