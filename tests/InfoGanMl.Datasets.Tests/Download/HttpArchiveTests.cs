using InfoGanMl.Datasets.Download;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests.Download;

public sealed class HttpArchiveTests : IAsyncDisposable
{
    private static readonly byte[] First = [1, 2, 3];
    private static readonly byte[] Second = RandomBytes(1 << 18);
    private static readonly byte[] Archive = TarBytes.Gzipped(("first", First), ("second", Second));
    private static readonly DataFile[] Files = [TarBytes.Describe("first", First), TarBytes.Describe("second", Second)];

    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = HttpMirror.CreateClient();
    private readonly FileServer _server = new();

    [Fact]
    public async Task All_files_come_from_one_download()
    {
        _server.Serve("all.tar.gz", Archive);

        await FillAsync("all.tar.gz");

        Assert.Equal(First, File.ReadAllBytes(_folder["cache/first"]));
        Assert.Equal(Second, File.ReadAllBytes(_folder["cache/second"]));
        Assert.Equal(["all.tar.gz"], _server.Requests);
    }

    [Fact]
    public async Task Files_that_came_before_a_download_broke_are_kept_and_the_others_come_from_the_next_source()
    {
        _server.ServeHalf("half.tar.gz", Archive);
        _server.Serve("rest.tar.gz", TarBytes.Gzipped(("second", Second)));

        await FillAsync("half.tar.gz", "rest.tar.gz");

        Assert.Equal(First, File.ReadAllBytes(_folder["cache/first"]));
        Assert.Equal(Second, File.ReadAllBytes(_folder["cache/second"]));
    }

    [Fact]
    public async Task An_archive_that_is_missing_lacks_a_file_or_holds_another_one_is_refused_with_its_address()
    {
        _server.Serve("one.tar.gz", TarBytes.Gzipped(("first", First)));
        _server.Serve("other.tar.gz", TarBytes.Gzipped(("second", [9])));

        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() =>
            FillAsync("none.tar.gz", "one.tar.gz", "other.tar.gz")
        );

        Assert.Equal(
            [
                new(
                    $"{_server.Address}none.tar.gz",
                    "Response status code does not indicate success: 404 (Not Found)."
                ),
                new($"{_server.Address}one.tar.gz", "the archive has no data/second"),
                new($"{_server.Address}other.tar.gz", $"second: found 1 bytes; expected {Second.Length}"),
            ],
            error.Failures.Skip(Files.Length)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    private Task FillAsync(params string[] archives) =>
        new DataCache(_folder["cache"]).FillAsync(
            "Sample",
            Files,
            [.. archives.Select(name => new HttpArchive(_client, new(_server.Address, name), "data/"))],
            TestContext.Current.CancellationToken
        );

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
