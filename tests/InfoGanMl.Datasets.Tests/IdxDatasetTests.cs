using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Tests.Idx;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests;

public sealed class IdxDatasetTests : IDisposable
{
    private static readonly IdxDataset Known = KnownDatasets.Mnist;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("-idx", "")]
    [InlineData(".idx", "")]
    [InlineData("-idx", ".gz")]
    [InlineData(".idx", ".gz")]
    public async Task A_users_folder_is_read_under_any_usual_spelling_without_a_hash_check(string idx, string suffix)
    {
        WriteUserFiles(name => name.Replace("-idx", idx, StringComparison.Ordinal) + suffix, packed: suffix == ".gz");
        var lines = new Lines();

        var own = await OpenUserFilesAsync(lines);

        Assert.Equal("own", own.Name);
        Assert.Equal((5, 3), (own.Train.Count, own.Test.Count));
        Assert.Equal(new ImageFormat(1, 2, 3), own.Train.Format);
        Assert.Equal([$"Read own from {_folder["own"]}."], lines);
    }

    [Theory]
    [InlineData("-idx4", "")]
    [InlineData(".idx4", "")]
    [InlineData("-idx4", ".gz")]
    [InlineData(".idx4", ".gz")]
    public async Task A_users_folder_may_hold_images_in_color(string idx, string suffix)
    {
        byte[] images = [.. IdxBytes.Numbers(2052, 2, 3, 1, 2), .. new byte[12]];
        _folder.Write($"own/train-images{idx}-ubyte{suffix}", suffix == "" ? images : IdxBytes.Gzip(images));
        _folder.Write($"own/t10k-images{idx}-ubyte{suffix}", suffix == "" ? images : IdxBytes.Gzip(images));

        var own = await OpenUserFilesAsync();

        Assert.Equal(new ImageFormat(3, 1, 2), own.Train.Format);
        Assert.Equal((2, 2), (own.Train.Count, own.Test.Count));
    }

    [Theory]
    [InlineData(false, false, ", without labels")]
    [InlineData(true, false, ", without labels of the test images")]
    [InlineData(false, true, ", without labels of the training images")]
    public async Task A_users_folder_may_lack_labels_and_the_line_about_it_says_so(bool train, bool test, string what)
    {
        WriteUserFiles(name => name, packed: false);
        File.Delete(_folder[train ? "none" : "own/train-labels-idx1-ubyte"]);
        File.Delete(_folder[test ? "none" : "own/t10k-labels-idx1-ubyte"]);
        var lines = new Lines();

        var own = await OpenUserFilesAsync(lines);

        Assert.Equal((train, test), (own.Train.IsLabeled, own.Test.IsLabeled));
        Assert.Equal((5, 3), (own.Train.Count, own.Test.Count));
        Assert.Equal([$"Read own from {_folder["own"]}{what}."], lines);
    }

    [Fact]
    public async Task All_files_missing_from_a_users_folder_are_listed_together()
    {
        WriteUserFiles(name => name, packed: false);
        File.Delete(_folder["own/train-labels-idx1-ubyte"]);
        File.Delete(_folder["own/t10k-images-idx3-ubyte"]);

        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() => OpenUserFilesAsync());

        Assert.Equal([new(_folder["own"], "no train-labels-idx1-ubyte, no t10k-images-idx3-ubyte")], error.Failures);
        Assert.StartsWith("own is not available:", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "expected them to be there, or a folder with the files",
            error.Message,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task A_users_folder_that_does_not_exist_lists_all_four_files()
    {
        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() => OpenUserFilesAsync());

        Assert.All(Known.Files, file => Assert.Contains($"no {file.Name}", error.Failures[0].Reason));
    }

    [Fact]
    public async Task Test_images_of_another_size_are_refused()
    {
        WriteUserFiles(name => name, packed: false);
        _folder.Write("own/t10k-images-idx3-ubyte", [.. IdxBytes.Numbers(2051, 3, 1, 1), 0, 0, 0]);

        var error = await Assert.ThrowsAsync<InvalidIdxException>(() => OpenUserFilesAsync());

        Assert.Equal((_folder["own/t10k-images-idx3-ubyte"], 8L), (error.Path, error.Offset));
        Assert.Equal("images of 1×1×1", error.Found);
    }

    [Fact]
    public async Task A_damaged_user_file_is_refused_with_its_path()
    {
        WriteUserFiles(name => name, packed: false);
        _folder.Write("own/t10k-labels-idx1-ubyte", IdxBytes.Labels(3)[..^1]);

        var error = await Assert.ThrowsAsync<InvalidIdxException>(() => OpenUserFilesAsync());

        Assert.Equal(_folder["own/t10k-labels-idx1-ubyte"], error.Path);
    }

    [Fact]
    public async Task Small_files_of_the_right_names_in_the_cache_are_not_taken_for_the_data_set()
    {
        foreach (var file in Known.Files)
        {
            _folder.Write($"cache/mnist/{file.Name}", IdxBytes.Labels(3));
        }

        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() =>
            Known.OpenAsync(
                data: null,
                _folder["cache"],
                sources: [],
                cancellation: TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(4, error.Failures.Count);
        Assert.Equal("found 11 bytes; expected 47040016", error.Failures[0].Reason);
    }

    public void Dispose() => _folder.Dispose();

    private void WriteUserFiles(Func<string, string> spell, bool packed)
    {
        byte[][] contents = [IdxBytes.Images(5), IdxBytes.Labels(5), IdxBytes.Images(3), IdxBytes.Labels(3)];
        foreach (var (file, content) in Known.Files.Zip(contents))
        {
            _folder.Write($"own/{spell(file.Name)}", packed ? IdxBytes.Gzip(content) : content);
        }
    }

    private Task<ImageDataset> OpenUserFilesAsync(IProgress<ActivityReport>? progress = null) =>
        Known.OpenAsync(
            _folder["own/"],
            _folder["cache"],
            sources: [],
            progress,
            TestContext.Current.CancellationToken
        );
}
