using System.Text;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Lists;

public sealed class ListedPicturesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("path,label\na/1.png,cat\n2.png,dog\n")]
    [InlineData("label;PATH\ncat;a/1.png\ndog;2.png")]
    [InlineData("\ufeffpath,note,label\r\na/1.png,,cat\r\n./2.png,\"two\nlines\",dog\r\n")]
    [InlineData("\"path\",\"label\"\n\"a/1.png\",\"cat\"\n\"a/../2.png\",\"dog\"\n")]
    public void Paths_and_labels_are_read(string csv)
    {
        var list = Read(csv);

        Assert.Equal(["cat", "dog"], list.Classes);
        Assert.Equal(
            ["2.png is dog", "a/1.png is cat"],
            list.Pictures.Select(picture => $"{picture.Path} is {picture.Class}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Quotes_may_hold_commas_and_quotes()
    {
        var list = Read("path,label\n\"a, b.png\",\"the \"\"best\"\"\"\nc.png,rest\n");

        Assert.Contains(list.Pictures, picture => (picture.Path, picture.Class) == ("a, b.png", "the \"best\""));
    }

    [Fact]
    public void Without_labels_there_are_no_classes()
    {
        Assert.Empty(Read("path\n1.png\n2.png\n").Classes);
        Assert.Empty(Read("path,label\n1.png,\n2.png,\n").Classes);
    }

    [Fact]
    public void A_label_may_be_missing_in_some_rows_whose_class_is_unknown_then()
    {
        var list = Read("path,label\n1.png,cat\n2.png,\n3.png,dog\n4.png, \n");

        Assert.Equal(["cat", "dog"], list.Classes);
        Assert.Equal(
            ["2.png", "4.png"],
            list.Pictures.Where(picture => picture.Class is null).Select(picture => picture.Path).Order()
        );
        Assert.Equal(["2 of 4 pictures have a label; of the others the class is unknown."], list.Notes);
    }

    [Theory]
    [InlineData("file_name,label\n1.png,cat\n2.png,dog\n")]
    [InlineData("id,image_id,class\n7,1.png,cat\n8,2.png,dog\n")]
    [InlineData("File Name,Category\n1.png,cat\n2.png,dog\n")]
    [InlineData("id_code,target\n1,cat\n2,dog\n")]
    [InlineData("image,label\n1.png,cat\n2.png,dog\n")]
    public void Pictures_are_found_by_name_in_a_folder_below_and_under_usual_headers(string csv)
    {
        _folder.Write("set/images/1.png", []);
        _folder.Write("set/images/deeper/2.png", []);

        var list = Read(csv);

        Assert.Equal(
            ["images/1.png is cat", "images/deeper/2.png is dog"],
            list.Pictures.Select(picture => $"{picture.Path} is {picture.Class}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_name_that_two_files_have_is_not_guessed()
    {
        _folder.Write("set/a/1.png", []);
        _folder.Write("set/b/1.png", []);

        Assert.Contains(
            Read("image_id\n1.png\n2.png\n").Pictures,
            picture => (picture.Path, picture.Length) == ("1.png", -1)
        );
    }

    [Fact]
    public void Any_column_may_name_the_class_if_it_is_asked_for()
    {
        const string Csv = "path,label,breed\n1.png,dog,pug\n2.png,dog,collie\n";

        Assert.Equal(["collie", "pug"], Read(Csv, new() { LabelColumn = "Breed" }).Classes);
        var error = Assert.Throws<InvalidPictureListException>(() => Read(Csv, new() { LabelColumn = "age" }));
        Assert.Equal(("the columns path, label, breed", "a column age, as asked for"), (error.Found, error.Expected));
    }

    [Theory]
    [InlineData("split", "train", "val")]
    [InlineData("set", "Training", "validation")]
    [InlineData("partition", "0", "1")]
    [InlineData("subset", "train", "2")]
    [InlineData("Usage", "Training", "PrivateTest")]
    public void Whatever_is_not_trained_on_is_held_out(string column, string train, string test)
    {
        var list = Read($"path,{column}\n1.png,{test}\n2.png,{train}\n");

        Assert.Equal("1.png", Assert.Single(list.Pictures, picture => picture.Part == Part.Test).Path);
    }

    [Fact]
    public void A_split_is_kept()
    {
        var list = Read("path,split\n1.png,test\n2.png,Train\n3.png,TRAIN\n");

        Assert.Equal("1.png", Assert.Single(list.Pictures, picture => picture.Part == Part.Test).Path);
    }

    [Theory]
    [InlineData("../secret.png", "a file below")]
    [InlineData("/etc/passwd", "a file below")]
    [InlineData("a/../../secret.png", "a file below")]
    [InlineData(".", "a file below")]
    [InlineData("", "a file below")]
    [InlineData("link.png", "links are not followed")]
    [InlineData("linked/1.png", "links are not followed")]
    [InlineData("./1.png", "each picture once")]
    public void A_path_that_leaves_the_folder_or_comes_twice_is_refused(string path, string expected)
    {
        _folder.Write("outside/1.png", []);
        _folder.Write("set/1.png", []);
        _folder.Write("set/a/1.png", []);
        File.CreateSymbolicLink(_folder["set/link.png"], _folder["outside/1.png"]);
        Directory.CreateSymbolicLink(_folder["set/linked"], _folder["outside"]);

        var error = Refuse($"path,label\n1.png,a\n{path},b\n");

        Assert.Contains($"the path '{path}'", error.Found, StringComparison.Ordinal);
        Assert.Contains("in line 3", error.Found, StringComparison.Ordinal);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(5000)]
    public void A_path_longer_than_any_leads_nowhere(int length)
    {
        var name = new string('x', length);

        Assert.Equal(
            -1,
            Assert.Single(Read($"path\n1.png\n{name}\n").Pictures, picture => picture.Path == name).Length
        );
    }

    [Theory]
    [InlineData("name,label\n1.png,a\n2.png,b\n", "the columns name, label")]
    [InlineData("1.png\n2.png\n", "the columns 1.png")]
    [InlineData("path,label\n1.png,a\n2.png\n", "")]
    [InlineData("path,split\n1.png,train\n2.png,3\n", "the split '3' in line 3")]
    [InlineData("path,split\n1.png,train\n2.png,train\n", "a column split with one value in all rows")]
    [InlineData("path,path\n1.png,2.png\n", "")]
    [InlineData("", "0 bytes")]
    public void A_list_that_is_wrong_is_refused(string csv, string found)
    {
        var error = Refuse(csv);

        Assert.Equal(_folder["set/list.csv"], error.Path);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_nothing_is_refused()
    {
        Assert.Contains(
            "0 pictures",
            Assert.Throws<PreparationException>(() => Read("path,label\n")).Found,
            StringComparison.Ordinal
        );
    }

    private InvalidPictureListException Refuse(string csv) =>
        Assert.Throws<InvalidPictureListException>(() => Read(csv));

    private PictureList Read(string csv, PreparationOptions? options = null) =>
        PictureSearch.Find(
            _folder.Write("set/list.csv", Encoding.UTF8.GetBytes(csv)),
            options ?? new(),
            TestContext.Current.CancellationToken
        );
}
