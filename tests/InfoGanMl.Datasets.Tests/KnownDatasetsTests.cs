using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests;

public class KnownDatasetsTests
{
    public static TheoryData<string> Names => [.. KnownDatasets.All.Select(dataset => dataset.Name)];

    [Fact]
    public async Task The_real_MNIST_comes_from_the_cache_or_the_public_sources()
    {
        var mnist = await OpenAsync(KnownDatasets.Mnist);

        Assert.Equal("MNIST", mnist.Name);
        // Class counts as the literature states them, digits 0 to 9.
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], CountClasses(mnist.Train));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], CountClasses(mnist.Test));
        Assert.Equal(0.1307, MeanPixel(mnist.Train), 4);
    }

    [Fact]
    public async Task The_real_Fashion_MNIST_comes_from_the_cache_or_the_public_sources()
    {
        var fashion = await OpenAsync(KnownDatasets.FashionMnist);

        Assert.Equal("Fashion-MNIST", fashion.Name);
        // As many of each class, T-shirts to ankle boots, and the mean that the literature states.
        Assert.Equal(Enumerable.Repeat(6000, 10), CountClasses(fashion.Train));
        Assert.Equal(Enumerable.Repeat(1000, 10), CountClasses(fashion.Test));
        Assert.Equal([9, 0, 0, 3, 0, 2, 7, 2, 5, 5], fashion.Train.Labels[..10]);
        Assert.Equal(0.2860, MeanPixel(fashion.Train), 4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_found_by_its_name(string name) => Assert.Equal(name, KnownDatasets.Find(name).Name);

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<InvalidOptionsException>(() => KnownDatasets.Find("fashion"));

        Assert.Equal(
            [
                "Dataset is 'fashion'; expected one of: mnist, fashion-mnist, cifar-10, sprites-32, sprites-64, color-sprites-32, "
                    + "color-sprites-64.",
            ],
            error.Mistakes
        );
    }

    [Theory]
    [InlineData("mnist")]
    [InlineData("fashion-mnist")]
    public void Mirrors_are_tried_before_a_package_that_needs_a_program(string name)
    {
        using var client = new HttpClient();
        var sources = Assert.IsType<IdxDataset>(KnownDatasets.Find(name)).Sources(client);

        Assert.All(
            sources.SkipLast(1),
            mirror => Assert.StartsWith("https://", Assert.IsType<HttpMirror>(mirror).Name, StringComparison.Ordinal)
        );
        Assert.IsNotType<HttpMirror>(sources[^1]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_one_that_a_model_was_trained_on_is_found(string name)
    {
        using var folder = new TempFolder();
        var dataset = KnownDatasets.Find(name);

        Assert.Same(dataset, KnownDatasets.TrainedOn(CreateModel(folder, dataset.Title)));
    }

    [Fact]
    public async Task Sprites_are_drawn_the_same_every_time_with_what_they_are_some_of()
    {
        var (once, again) = (await DrawAsync(), await DrawAsync());

        Assert.Equal(once.Train.Pixels, again.Train.Pixels);
        Assert.Equal((60_000, 10_000, "ellipse"), (once.Train.Count, once.Test.Count, once.NameOf(1)));
        Assert.Equal((1, 32, 32), (once.Train.Format.Channels, once.Train.Format.Height, once.Train.Format.Width));
        Assert.Same(KnownDatasets.Sprites32.Sprites, once.Sprites);

        static Task<ImageDataset> DrawAsync() =>
            KnownDatasets.Sprites32.OpenAsync(cancellation: TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_model_that_was_trained_on_a_users_folder_asks_for_it()
    {
        using var folder = new TempFolder();
        var model = CreateModel(folder, "shoes");

        var error = Assert.Throws<DatasetUnavailableException>(() => KnownDatasets.TrainedOn(model));

        Assert.Equal(("shoes", model.FolderPath), (error.Dataset, error.Failures[0].Source));
        Assert.Contains("or a folder with the files", error.Message, StringComparison.Ordinal);
    }

    private static async Task<ImageDataset> OpenAsync(IdxDataset known)
    {
        var images = await known.OpenAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((60_000, 10_000), (images.Train.Count, images.Test.Count));
        Assert.All([images.Train, images.Test], set => Assert.Equal(new ImageFormat(1, 28, 28), set.Format));
        return images;
    }

    private static ModelFolder CreateModel(TempFolder folder, string dataset) =>
        ModelFolder.Create(folder["model"], TinyFolder.Model.Manifest with { Dataset = dataset }, [1], [2], [3]);

    private static IEnumerable<int> CountClasses(ImageSet set) =>
        set.Labels.CountBy(l => l).OrderBy(c => c.Key).Select(c => c.Value);

    private static double MeanPixel(ImageSet set) =>
        set.Pixels.Average(pixel => pixel * (double)ImageFormat.PixelScale);
}
