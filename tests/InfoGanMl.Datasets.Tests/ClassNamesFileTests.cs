using System.Text;
using InfoGanMl.Datasets.Tests.Idx;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests;

public sealed class ClassNamesFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ClassNamesFileTests()
    {
        foreach (var part in new[] { "train", "t10k" })
        {
            _folder.Write($"{part}-images-idx3-ubyte", IdxBytes.Images(3));
            _folder.Write($"{part}-labels-idx1-ubyte", IdxBytes.Labels(3));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cat\ndog\nüber-hare\n")]
    [InlineData("cat\ndog\nüber-hare")]
    [InlineData("\ufeffcat\r\ndog\r\nüber-hare\r\n")]
    public async Task A_users_folder_may_name_its_classes(string text)
    {
        _folder.Write("classes.txt", Encoding.UTF8.GetBytes(text));

        var images = await OpenAsync();

        Assert.Equal(["cat", "dog", "über-hare"], images.ClassNames!);
        Assert.Equal("dog", images.NameOf(1));
    }

    [Fact]
    public async Task Without_the_file_labels_are_all_that_is_known()
    {
        Assert.Null((await OpenAsync()).ClassNames);
    }

    [Fact]
    public async Task What_is_written_is_read()
    {
        ClassNamesFile.Write(_folder.Path, ["a b", "c", "d"]);

        Assert.Equal(["a b", "c", "d"], (await OpenAsync()).ClassNames!);
    }

    [Theory]
    [InlineData("cat\ndog\n", "2 names", "3, as many as the labels need")]
    [InlineData("cat\n\nhare\n", "the name ''", "1 to 200 characters on one line, no blanks around them")]
    [InlineData("cat\ndog \nhare\n", "the name 'dog '", "1 to 200 characters on one line, no blanks around them")]
    public async Task Names_that_do_not_fit_the_labels_are_refused(string text, string found, string expected)
    {
        _folder.Write("classes.txt", Encoding.UTF8.GetBytes(text));

        var error = await Assert.ThrowsAsync<InvalidClassNamesException>(OpenAsync);

        Assert.Equal((_folder["classes.txt"], found, expected), (error.Path, error.Found, error.Expected));
    }

    [Fact]
    public async Task A_file_of_more_than_any_names_need_is_refused_before_it_is_read()
    {
        _folder.Write("classes.txt", new byte[1 << 23]);

        Assert.Equal("8388608 bytes", (await Assert.ThrowsAsync<InvalidClassNamesException>(OpenAsync)).Found);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" cat")]
    [InlineData("cat\ndog")]
    public void A_name_that_could_not_be_read_again_is_not_written(string name)
    {
        Assert.Throws<ArgumentException>(() => ClassNamesFile.Write(_folder.Path, [name]));
        Assert.False(File.Exists(_folder["classes.txt"]));
    }

    private Task<ImageDataset> OpenAsync() =>
        IdxFolder.OpenAsync(_folder.Path, cancellation: TestContext.Current.CancellationToken);
}
