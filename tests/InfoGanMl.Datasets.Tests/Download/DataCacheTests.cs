using System.Security.Cryptography;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Tests.Idx;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests.Download;

public sealed class DataCacheTests : IAsyncDisposable
{
    private static readonly byte[] Images = IdxBytes.Images(300);
    private static readonly byte[] Labels = IdxBytes.Labels(300);
    private static readonly DataFile[] Files = [Describe("images", Images), Describe("labels", Labels)];

    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = HttpMirror.CreateClient();
    private readonly FileServer _first = new();
    private readonly FileServer _second = new();

    [Fact]
    public async Task Files_are_downloaded_unpacked_and_kept()
    {
        ServeAll(_first);

        await FillAsync();

        Assert.Equal(["images", "labels"], CachedFiles());
        Assert.Equal(Images, File.ReadAllBytes(_folder["cache/images"]));
        Assert.Empty(_second.Requests);
    }

    [Fact]
    public async Task Cached_files_are_not_downloaded_again()
    {
        _folder.Write("cache/images", Images);
        _folder.Write("cache/labels", Labels);

        await FillAsync();

        Assert.Empty(_first.Requests);
    }

    [Fact]
    public async Task Only_missing_files_are_downloaded()
    {
        _folder.Write("cache/images", Images);
        ServeAll(_first);

        await FillAsync();

        Assert.Equal(["labels.gz"], _first.Requests);
    }

    [Fact]
    public async Task A_file_that_the_first_source_lacks_comes_from_the_second()
    {
        _first.Serve("images.gz", IdxBytes.Gzip(Images));
        ServeAll(_second);

        await FillAsync();

        Assert.Equal(["images", "labels"], CachedFiles());
        Assert.Equal(["labels.gz"], _second.Requests);
    }

    public static TheoryData<string> Damages => ["changed", "short", "long", "cut", "no gzip", "dropped"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_broken_download_is_never_cached_and_the_next_source_is_tried(string damage)
    {
        ServeDamaged(_first, damage);
        ServeAll(_second);
        var lines = new Lines();

        await FillAsync(lines);

        Assert.Equal(["images", "labels"], CachedFiles());
        Assert.Equal(Images, File.ReadAllBytes(_folder["cache/images"]));
        Assert.Contains(lines, line => line.StartsWith(_first.Address + ": ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Nothing_is_left_behind_when_every_download_is_broken(string damage)
    {
        ServeDamaged(_first, damage);
        ServeDamaged(_second, damage);

        await Assert.ThrowsAsync<DatasetUnavailableException>(() => FillAsync());

        Assert.Empty(CachedFiles());
    }

    [Fact]
    public async Task A_download_says_how_far_it_is()
    {
        ServeAll(_first);
        var reports = new List<ActivityReport>();

        await FillAsync(new ImmediateProgress<ActivityReport>(reports.Add));

        Assert.Equal(
            $"Downloading Sample from {_first.Address} ...",
            Assert.Single(reports.Select(r => r.Name).Distinct())
        );
        Assert.Null(reports[0].Done); // nobody knows before the first byte
        Assert.Equal(reports.Skip(1).Select(r => r.Done).Order(), reports.Skip(1).Select(r => r.Done));
        Assert.Equal(1, reports[^1].Done);
    }

    [Fact]
    public async Task A_damaged_cached_file_is_reported_and_replaced()
    {
        _folder.Write("cache/images", [.. Images[..^1], 1]);
        _folder.Write("cache/labels", Labels);
        ServeAll(_first);
        var lines = new Lines();

        await FillAsync(lines);

        Assert.Equal(Images, File.ReadAllBytes(_folder["cache/images"]));
        Assert.StartsWith($"{_folder["cache/images"]}: found SHA-256 ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($"expected {Files[0].Sha256}; downloading it again", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_sources_fail_the_message_lists_each_with_its_reason_and_the_remedy()
    {
        _first.Serve("images.gz", IdxBytes.Gzip([1, 2, 3]));

        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() => FillAsync());

        Assert.Equal(
            [
                new(_folder["cache/images"], "no such file"),
                new(_folder["cache/labels"], "no such file"),
                new(_first.Address.ToString(), $"images: found 3 bytes; expected {Images.Length}"),
                new(_second.Address.ToString(), "Response status code does not indicate success: 404 (Not Found)."),
            ],
            error.Failures
        );
        Assert.All(
            error.Failures,
            failure => Assert.Contains($"  - {failure.Source}: {failure.Reason}", error.Message)
        );
        Assert.StartsWith("Sample is not available:", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "or a folder with the files train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, "
                + "t10k-labels-idx1-ubyte, plain or as .gz, which can be made of pictures.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_source_that_does_not_answer_in_time_is_given_up()
    {
        _ = _first.ServeNothing("images.gz");
        ServeAll(_second);
        var slow = new HttpMirror(_client, _first.Address) { TimeLimit = TimeSpan.FromMilliseconds(50) };
        var lines = new Lines();

        await FillAsync(lines, slow, new HttpMirror(_client, _second.Address));

        Assert.Contains($"{_first.Address}: not done within 00:00:00.0500000", lines);
        Assert.Equal(["images", "labels"], CachedFiles());
    }

    [Fact]
    public async Task A_source_without_a_server_is_given_up()
    {
        var gone = new FileServer();
        await gone.DisposeAsync();
        ServeAll(_second);

        await FillAsync(null, new HttpMirror(_client, gone.Address), new HttpMirror(_client, _second.Address));

        Assert.Equal(["images", "labels"], CachedFiles());
    }

    [Fact]
    public async Task Cancelling_stops_a_download_and_tries_no_other_source()
    {
        var asked = _first.ServeNothing("images.gz");
        ServeAll(_second);
        using var stop = new CancellationTokenSource();

        var filling = Cache().FillAsync("Sample", Files, Mirrors(), stop.Token);
        await asked;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling);
        Assert.Empty(_second.Requests);
    }

    [Fact]
    public async Task A_cache_folder_that_cannot_be_made_is_named_among_the_reasons()
    {
        _folder.Write("cache", []); // a file where the folder should be
        ServeAll(_first);

        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() => FillAsync());

        Assert.Contains(_folder["cache"], error.Failures[2].Reason);
    }

    [Fact]
    public async Task Two_downloads_at_once_do_not_disturb_each_other()
    {
        ServeAll(_first);
        ServeAll(_second);

        await Task.WhenAll(
            FillAsync(null, new HttpMirror(_client, _first.Address)),
            FillAsync(null, new HttpMirror(_client, _second.Address))
        );

        Assert.Equal(["images", "labels"], CachedFiles());
    }

    [Fact]
    public void The_folder_comes_from_the_variable_or_else_from_the_users_application_data()
    {
        Assert.Equal(_folder.Path, DataCache.FolderFrom(_folder.Path));
        Assert.Equal(DataCache.FolderFrom(null), DataCache.FolderFrom(" "));
        Assert.True(Path.IsPathFullyQualified(DataCache.FolderFrom(null)));
        Assert.EndsWith(Path.Combine("InfoGanMl", "datasets"), DataCache.FolderFrom(null), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    private static void ServeAll(FileServer server)
    {
        server.Serve("images.gz", IdxBytes.Gzip(Images));
        server.Serve("labels.gz", IdxBytes.Gzip(Labels));
    }

    private static void ServeDamaged(FileServer server, string damage)
    {
        switch (damage)
        {
            case "changed":
                server.Serve("images.gz", IdxBytes.Gzip([.. Images[..^1], 1]));
                break;
            case "short":
                server.Serve("images.gz", IdxBytes.Gzip(Images[..^1]));
                break;
            case "long":
                server.Serve("images.gz", IdxBytes.Gzip([.. Images, 1]));
                break;
            case "cut":
                server.Serve("images.gz", IdxBytes.Gzip(Images)[..^100]);
                break;
            case "no gzip":
                server.Serve("images.gz", Images);
                break;
            case "dropped":
                server.ServeHalf("images.gz", IdxBytes.Gzip(Images));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(damage), damage, "unknown");
        }
    }

    private static DataFile Describe(string name, byte[] bytes) =>
        new(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private DataCache Cache(IProgress<ActivityReport>? progress = null) => new(_folder["cache"], progress);

    private DataSource[] Mirrors() =>
        [new HttpMirror(_client, _first.Address), new HttpMirror(_client, _second.Address)];

    private Task FillAsync(IProgress<ActivityReport>? progress = null, params DataSource[] sources) =>
        Cache(progress)
            .FillAsync(
                "Sample",
                Files,
                sources.Length == 0 ? Mirrors() : sources,
                TestContext.Current.CancellationToken
            );

    private List<string> CachedFiles() =>
        Directory.Exists(_folder["cache"])
            ? [.. Directory.EnumerateFiles(_folder["cache"]).Select(path => Path.GetFileName(path)).Order()]
            : [];
}
