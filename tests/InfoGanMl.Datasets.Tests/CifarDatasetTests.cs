using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Tests.Cifar;
using InfoGanMl.Datasets.Tests.Download;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests;

public sealed class CifarDatasetTests : IAsyncDisposable
{
    private static readonly (string Name, byte[] Content)[] Batches =
    [
        ("data_batch_1.bin", CifarBytes.Records(6, 9)),
        ("data_batch_2.bin", CifarBytes.Records(1)),
        ("test_batch.bin", CifarBytes.Records(3, 8)),
    ];

    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = HttpMirror.CreateClient();
    private readonly FileServer _server = new();

    [Fact]
    public async Task All_batches_but_the_last_are_to_train_on_in_their_order_whatever_that_of_the_archive()
    {
        _server.Serve("cifar.tar.gz", TarBytes.Gzipped([.. Batches.Reverse()]));
        var lines = new Lines();

        var images = await OpenAsync(lines);

        Assert.Equal([6, 9, 1], images.Train.Labels);
        Assert.Equal([3, 8], images.Test.Labels);
        Assert.Equal(CifarBytes.Image(8), images.Test.Pixels[^CifarBytes.Image(8).Length..]);
        Assert.Equal(("Tiny", "ship"), (images.Name, images.NameOf(8)));
        Assert.Equal($"Read Tiny from {_folder["tiny"]}.", lines[^1]);
    }

    [Fact]
    public async Task What_was_downloaded_is_read_again_without_the_network()
    {
        _server.Serve("cifar.tar.gz", TarBytes.Gzipped(Batches));

        var (once, again) = (await OpenAsync(), await OpenAsync());

        Assert.Equal(once.Train.Pixels, again.Train.Pixels);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public void CIFAR_10_is_six_files_of_ten_thousand_images_of_ten_kinds()
    {
        var known = KnownDatasets.Cifar10;
        var sources = known.Sources(_client);

        Assert.Equal(new ImageFormat(3, 32, 32), known.Format);
        Assert.Equal(Enumerable.Repeat(30_730_000L, 6), known.Files.Select(file => file.Length));
        Assert.Equal(6, known.Files.Select(file => file.Sha256).Distinct().Count());
        Assert.Equal("test_batch.bin", known.Files[^1].Name);
        Assert.Equal(10, known.ClassNames!.Count);
        Assert.All(
            sources,
            source => Assert.StartsWith("https://", Assert.IsType<HttpArchive>(source).Name, StringComparison.Ordinal)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    private Task<ImageDataset> OpenAsync(Lines? lines = null)
    {
        DataFile[] files = [.. Batches.Select(batch => TarBytes.Describe(batch.Name, batch.Content))];
        var tiny = new CifarDataset("tiny", "Tiny", files, Sources: _ => [])
        {
            ClassNames = KnownDatasets.Cifar10.ClassNames,
        };
        HttpArchive archive = new(_client, new(_server.Address, "cifar.tar.gz"), "data/");
        return tiny.OpenAsync(_folder.Path, [archive], lines, TestContext.Current.CancellationToken);
    }
}
