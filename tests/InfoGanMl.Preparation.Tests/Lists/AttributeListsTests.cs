using System.Text;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Lists;

public sealed class AttributeListsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CelebA_is_read_as_it_is_downloaded_with_one_attribute_as_label(bool isKaggles)
    {
        Write(isKaggles);

        var list = Find(new() { LabelColumn = "smiling" });

        Assert.Equal(["Smiling", "not Smiling"], list.Classes);
        Assert.Equal(
            [
                "img_align_celeba/000001.jpg Smiling Train",
                "img_align_celeba/000002.jpg not Smiling Test",
                "img_align_celeba/000003.jpg Smiling Test",
            ],
            list.Pictures.Select(p => $"{p.Path} {p.Class} {p.Part}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Without_an_attribute_there_are_no_labels_and_a_note_says_why()
    {
        Write(isKaggles: false);

        var list = Find(new());

        Assert.Empty(list.Classes);
        Assert.Equal(["The attributes are not read: none is asked for."], list.Notes);
    }

    [Fact]
    public void An_unknown_attribute_is_refused_with_those_that_there_are()
    {
        Write(isKaggles: false);

        var error = Assert.Throws<InvalidPictureListException>(() => Find(new() { LabelColumn = "Bald" }));

        Assert.Contains("Male, Smiling in line 2", error.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000001.jpg 0\n000002.jpg 4\n", "000002.jpg 4 in line 2")]
    [InlineData("000001.jpg\n", "000001.jpg in line 1")]
    public void A_damaged_partition_is_refused_where_it_is(string partition, string found)
    {
        Write(isKaggles: false);
        _folder.Write("set/Eval/list_eval_partition.txt", Encoding.UTF8.GetBytes(partition));

        Assert.Contains(
            found,
            Assert.Throws<InvalidPictureListException>(() => Find(new())).Found,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("000001.jpg  1\n")]
    [InlineData("000001.jpg  1  2\n")]
    public void A_damaged_row_of_attributes_is_refused_where_it_is(string row)
    {
        Write(isKaggles: false);
        _folder.Write("set/Anno/list_attr_celeba.txt", Encoding.UTF8.GetBytes("1\nMale Smiling\n" + row));

        var error = Assert.Throws<InvalidPictureListException>(() => Find(new() { LabelColumn = "Smiling" }));

        Assert.Contains("in line 3", error.Found, StringComparison.Ordinal);
    }

    private void Write(bool isKaggles)
    {
        for (var i = 1; i <= 3; i++)
        {
            _folder.Write($"set/img_align_celeba/{i:000000}.jpg", []);
        }

        if (isKaggles)
        {
            Write("set/list_eval_partition.csv", "image_id,partition\n000001.jpg,0\n000002.jpg,1\n000003.jpg,2\n");
            Write(
                "set/list_attr_celeba.csv",
                "image_id,Male,Smiling\n000001.jpg,-1,1\n000002.jpg,1,-1\n000003.jpg,1,1\n"
            );
        }
        else
        {
            Write("set/Eval/list_eval_partition.txt", "000001.jpg 0\n000002.jpg 1\n000003.jpg 2\n");
            Write(
                "set/Anno/list_attr_celeba.txt",
                "3\nMale Smiling \n000001.jpg -1  1\n000002.jpg  1 -1\n000003.jpg  1  1\n"
            );
        }

        void Write(string path, string text) => _folder.Write(path, Encoding.UTF8.GetBytes(text));
    }

    private PictureList Find(PreparationOptions options) =>
        PictureSearch.Find(_folder["set"], options, TestContext.Current.CancellationToken);
}
