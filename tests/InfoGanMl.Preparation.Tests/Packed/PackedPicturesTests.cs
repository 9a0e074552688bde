using System.Text;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Tests.Arrays.Made;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Packed;

public sealed class PackedPicturesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SVHN_is_read_as_it_is_downloaded_and_its_label_10_is_the_digit_0()
    {
        Copy("svhn.mat", "train_32x32.mat", "test_32x32.mat", "extra_32x32.mat");

        var images = await PrepareAsync("data", new() { Size = 32 });

        Assert.Equal((new ImageFormat(3, 32, 32), 3, 3), (images.Train.Format, images.Train.Count, images.Test.Count));
        Assert.Equal(["0", "1", "9"], images.ClassNames!);
        AssertPixels(images, (n, c, y, x) => 7 * n + 11 * c + 3 * y + 5 * x, labels: ["1", "0", "9"]);
        Assert.Equal(
            ["train_32x32.mat/X/000000", "train_32x32.mat/X/000001", "train_32x32.mat/X/000002"],
            images.Pictures!.TrainPictures.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Of_more_than_ten_classes_in_a_file_of_MATLABs_10_is_one_like_the_others()
    {
        byte[] images = MatBytes.Element(2, new byte[8 * 8 * 12]);
        byte[] labels = MatBytes.Element(2, [.. Enumerable.Range(1, 12).Select(label => (byte)label)]);
        _folder.Write(
            "data/twelve.mat",
            MatBytes.File(MatBytes.Variable("X", 9, [8, 8, 12], images), MatBytes.Variable("y", 9, [12, 1], labels))
        );

        var prepared = await PrepareAsync("data/twelve.mat", new() { Size = 28 });

        Assert.Equal(
            Enumerable.Range(1, 12).Select(label => $"{label}").Order(StringComparer.Ordinal),
            prepared.ClassNames!
        );
    }

    [Theory]
    [InlineData("gray.npz", 1)]
    [InlineData("color.npz", 3)]
    public async Task MedMNIST_is_one_file_whose_val_and_test_images_are_held_out(string file, int channels)
    {
        Copy(file, "bloodmnist.npz");

        var images = await PrepareAsync("data/bloodmnist.npz", new() { Size = 28 });

        Assert.Equal(
            (new ImageFormat(channels, 28, 28), 2, 2),
            (images.Train.Format, images.Train.Count, images.Test.Count)
        );
        AssertPixels(images, (n, c, y, x) => 7 * n + 11 * c + 3 * y + 5 * x, labels: ["0", "1"]);
    }

    [Fact]
    public async Task A_file_without_parts_is_split_as_any_other_data_set()
    {
        Copy("stored.npz", "mine.npz");

        var images = await PrepareAsync("data/mine.npz", new() { Size = 28 });

        Assert.Equal((1, 1), (images.Train.Count, images.Test.Count));
    }

    [Fact]
    public async Task Digits_of_scikit_learn_are_a_row_each()
    {
        byte[] pixels =
        [
            .. Enumerable.Range(0, 2 * 784).Select(i => (byte)(i / 784 * 7 + i % 784 / 28 * 3 + i % 28 * 5)),
        ];
        _folder.Write(
            "data/digits.npz",
            NpyBytes.Archive(
                ("data.npy", NpyBytes.Array("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 784), }\n", pixels)),
                ("target.npy", NpyBytes.Array("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n", 4, 9))
            )
        );

        var images = await PrepareAsync("data/digits.npz", new() { Size = 28 });

        AssertPixels(images, (n, c, y, x) => 7 * n + 3 * y + 5 * x, labels: ["4", "9"]);
    }

    [Fact]
    public void Two_sets_in_one_folder_are_not_mixed()
    {
        Copy("gray.npz", "bloodmnist.npz", "pathmnist.npz");

        var error = Assert.Throws<PreparationException>(() => Prepare("data", new()));

        Assert.Contains(
            "bloodmnist.npz/train_images and pathmnist.npz/train_images",
            error.Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_other_arrays_is_refused_with_their_names()
    {
        Copy("big-endian.mat", "measured.mat");

        var error = Assert.Throws<PreparationException>(() => Prepare("data/measured.mat", new()));

        Assert.Contains("no images in measured.mat, only doubles, singles", error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_array_is_refused_by_name()
    {
        _folder.Write("data/x.npz", [1, 2, 3]);

        var error = Assert.Throws<InvalidArrayFileException>(() => Prepare("data/x.npz", new()));

        Assert.Equal(_folder["data/x.npz"], error.Path);
    }

    [Theory]
    [InlineData("data/emnist-letters-train.csv")]
    [InlineData("EMNIST balanced/train.csv")]
    public async Task Tables_of_EMNIST_are_turned_upright_and_a_note_says_so(string path)
    {
        var row = string.Join(',', Enumerable.Range(0, 28 * 28).Select(i => i % 251));
        _folder.Write(path, Encoding.UTF8.GetBytes($"1,{row}\n2,{row}\n"));

        var images = await PrepareAsync(path, new() { Size = 28 });

        AssertPixels(images, (n, c, y, x) => (28 * x + y) % 251, labels: ["1", "2"]);
        Assert.Contains(Emnist.Note, PictureSearch.Find(_folder[path], new(), CancellationToken.None).Notes);
    }

    [Fact]
    public async Task Pictures_in_the_same_folder_come_first()
    {
        Copy("svhn.mat", "labels.mat");
        _folder.Write("data/a/1.png", InfoGanMl.Testing.Pipelines.Drawing.Gray(10));
        _folder.Write("data/b/1.png", InfoGanMl.Testing.Pipelines.Drawing.Gray(20));

        Assert.Equal(["a", "b"], (await PrepareAsync("data", new())).ClassNames!);
    }

    private void Copy(string file, params string[] names)
    {
        foreach (var name in names)
        {
            _folder.Write($"data/{name}", File.ReadAllBytes(ArrayFiles.PathOf(file)));
        }
    }

    private void Prepare(string data, PreparationOptions options) =>
        new PicturePreparation(options with { Invert = Inversion.False }, TimeProvider.System).Run(
            _folder[data],
            _folder["out"],
            TestContext.Current.CancellationToken
        );

    private async Task<ImageDataset> PrepareAsync(string data, PreparationOptions options)
    {
        Prepare(data, options);
        return await IdxFolder.OpenAsync(_folder["out"], cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>Images to train on are in any order, so each is looked for by the number in its name.</summary>
    private static void AssertPixels(ImageDataset images, Func<int, int, int, int, int> pixelAt, string[] labels)
    {
        var format = images.Train.Format;
        foreach (var (i, path) in images.Pictures!.TrainPictures.Index())
        {
            var n = int.Parse(path[^6..]);
            var expected =
                from c in Enumerable.Range(0, format.Channels)
                from y in Enumerable.Range(0, format.Height)
                from x in Enumerable.Range(0, format.Width)
                select (byte)pixelAt(n, c, y, x);
            Assert.Equal(expected, images.Train.Pixels[(i * format.Size)..((i + 1) * format.Size)]);
            Assert.Equal(labels[n], images.NameOf(images.Train.Labels[i]));
        }
    }
}
