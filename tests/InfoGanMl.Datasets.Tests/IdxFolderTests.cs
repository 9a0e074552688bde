using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Tests.Idx;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests;

public sealed class IdxFolderTests : IDisposable
{
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

    [Theory]
    [InlineData("emnist-letters-", "test", false)]
    [InlineData("qmnist-", "test", true)]
    [InlineData("KMNIST_", "t10k", false)]
    [InlineData("my.", "test", true)]
    public async Task The_names_of_MNISTs_kin_have_a_prefix_and_say_test(string prefix, string part, bool areWide)
    {
        WriteUserFiles(
            name =>
                prefix
                + name.Replace("t10k", part, StringComparison.Ordinal)
                    .Replace(areWide ? "idx1-ubyte" : "-", areWide ? "idx2-int" : "-", StringComparison.Ordinal),
            packed: false
        );

        var own = await OpenUserFilesAsync();

        Assert.Equal((5, 3), (own.Train.Count, own.Test.Count));
        Assert.Equal((true, true), (own.Train.IsLabeled, own.Test.IsLabeled));
    }

    [Theory]
    [InlineData("emnist-digits-", "own")]
    [InlineData("", "EMNIST balanced")]
    public async Task EMNISTs_images_are_turned_upright_and_the_lines_say_so(string prefix, string folder)
    {
        WriteUserFiles(name => prefix + name, packed: false, folder);
        var lines = new Lines();

        var own = await OpenAsync(folder, lines);

        Assert.Equal(new ImageFormat(1, 3, 2), own.Train.Format);
        Assert.Equal([0, 3, 1, 4, 2, 5], own.Train.Pixels[..6]); // of 2 rows of 3, 0 1 2 and 3 4 5
        Assert.Equal([.. Enumerable.Range(0, 5)], own.Train.Labels);
        Assert.Contains("EMNIST's images lie on their side; they are turned upright.", lines);
    }

    [Fact]
    public async Task Bytes_that_are_all_0_or_1_are_black_and_white_unless_a_preparation_wrote_them()
    {
        byte[] images = [.. IdxBytes.Numbers(2051, 1, 1, 3), 0, 1, 1];
        _folder.Write("own/train-images-idx3-ubyte", images);
        _folder.Write("own/t10k-images-idx3-ubyte", images);

        Assert.Equal([0, 255, 255], (await OpenUserFilesAsync()).Train.Pixels);

        _folder.Write(
            "own/prepared.json",
            """{ "preparation": {}, "root": "/", "train_pictures": ["1"], "test_pictures": ["2"], "skipped": [] }"""u8.ToArray()
        );

        Assert.Equal([0, 1, 1], (await OpenUserFilesAsync()).Test.Pixels);
    }

    [Fact]
    public async Task Gray_images_on_white_are_read_as_light_on_black_and_those_in_color_as_they_are()
    {
        byte[] ink = [255, 255, 255, 255, 10, 255, 255, 255, 255];
        var lines = new Lines();
        Write("gray", 2051, [1, 3, 3], ink);

        var gray = await OpenAsync("gray", lines);
        Write("color", 2052, [1, 3, 3, 3], [.. ink, .. ink, .. ink]);
        var color = await OpenAsync("color");

        Assert.Equal([0, 0, 0, 0, 245, 0, 0, 0, 0], gray.Train.Pixels);
        Assert.Equal(gray.Train.Pixels, gray.Test.Pixels);
        Assert.Equal(new ImagePreparation { Background = Background.Black, Invert = Inversion.Auto }, gray.Preparation);
        Assert.Contains(lines, line => line.Contains("they are inverted", StringComparison.Ordinal));
        Assert.Equal([.. ink, .. ink, .. ink], color.Train.Pixels);
        Assert.Equal((Background.White, Inversion.False), (color.Preparation.Background, color.Preparation.Invert));

        void Write(string folder, int magic, int[] sizes, byte[] pixels)
        {
            byte[] images = [.. IdxBytes.Numbers([magic, .. sizes]), .. pixels];
            foreach (var part in new[] { "train", "t10k" })
            {
                _folder.Write($"{folder}/{part}-images-idx{sizes.Length}-ubyte", images);
            }
        }
    }

    [Fact]
    public async Task Of_several_data_sets_in_a_folder_none_is_guessed()
    {
        WriteUserFiles(name => "emnist-letters-" + name, packed: false);
        WriteUserFiles(name => "emnist-digits-" + name, packed: false);

        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() => OpenUserFilesAsync());

        Assert.Contains(
            "several data sets (emnist-digits, emnist-letters): put one into a folder of its own",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task MNISTs_own_names_win_over_those_with_a_prefix()
    {
        WriteUserFiles(name => name, packed: false);
        WriteUserFiles(name => "more-" + name, packed: false);

        Assert.Equal(5, (await OpenUserFilesAsync()).Train.Count);
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

        Assert.All(KnownDatasets.Mnist.Files, file => Assert.Contains($"no {file.Name}", error.Failures[0].Reason));
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

    public void Dispose() => _folder.Dispose();

    private void WriteUserFiles(Func<string, string> spell, bool packed, string folder = "own")
    {
        byte[][] contents = [IdxBytes.Images(5), IdxBytes.Labels(5), IdxBytes.Images(3), IdxBytes.Labels(3)];
        foreach (var (file, content) in KnownDatasets.Mnist.Files.Zip(contents))
        {
            _folder.Write($"{folder}/{spell(file.Name)}", packed ? IdxBytes.Gzip(content) : content);
        }
    }

    private Task<ImageDataset> OpenUserFilesAsync(IProgress<ActivityReport>? progress = null) =>
        OpenAsync("own/", progress);

    private Task<ImageDataset> OpenAsync(string folder, IProgress<ActivityReport>? progress = null) =>
        IdxFolder.OpenAsync(_folder[folder], progress, TestContext.Current.CancellationToken);
}
