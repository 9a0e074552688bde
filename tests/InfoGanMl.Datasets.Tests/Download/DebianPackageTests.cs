using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Tests.Idx;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests.Download;

/// <summary>Asks the real apt for a package of a repository that is a folder of this machine.</summary>
[UnsupportedOSPlatform("windows")]
[Trait("Speed", "Slow")]
public sealed class DebianPackageTests : IDisposable
{
    private static readonly byte[] Labels = IdxBytes.Labels(300);
    private static readonly DataFile LabelsFile = new(
        "labels",
        Labels.Length,
        Convert.ToHexStringLower(SHA256.HashData(Labels))
    );

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_wanted_files_are_taken_from_the_package_where_the_system_has_no_package_lists()
    {
        var apt = MakeRepository();

        await FillAsync(new("sample", "usr/share/sample/", apt));

        Assert.Equal(Labels, File.ReadAllBytes(_folder["cache/labels"]));
        Assert.Single(Directory.GetFiles(_folder["cache"]));
    }

    [Fact]
    public async Task The_package_lists_of_the_system_are_enough()
    {
        var apt = MakeRepository();
        Run(apt, "update", "--option=APT::Sandbox::User=root");
        File.Delete(_folder["repository/Packages"]); // nothing could be updated any more

        await FillAsync(new("sample", "usr/share/sample/", apt));

        Assert.Equal(Labels, File.ReadAllBytes(_folder["cache/labels"]));
    }

    [Fact]
    public async Task A_package_without_the_file_is_refused()
    {
        var apt = MakeRepository();

        var error = await RefuseAsync(new("sample", "usr/share/other/", apt));

        Assert.Equal("the package has no usr/share/other/labels.gz", error.Failures[^1].Reason);
    }

    [Fact]
    public async Task A_package_that_apt_does_not_know_is_refused_with_apts_reason()
    {
        var apt = MakeRepository();

        var error = await RefuseAsync(new("unheard-of", "usr/share/sample/", apt));

        Assert.StartsWith("apt-get download ended with exit code 100: E:", error.Failures[^1].Reason);
        Assert.Contains("unheard-of", error.Failures[^1].Reason);
    }

    [Fact]
    public async Task A_machine_without_apt_is_a_reason_like_any_other()
    {
        var error = await RefuseAsync(new("sample", "usr/share/sample/", command: _folder["no-such-apt"]));

        Assert.Equal("Debian package sample", error.Failures[^1].Source);
        Assert.Contains("no-such-apt", error.Failures[^1].Reason);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Makes a repository of one package, and returns an apt-get that knows no other and has no lists yet.</summary>
    private string MakeRepository()
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/apt-get") && File.Exists("/usr/bin/dpkg-deb"),
            "This system has no Debian packages."
        );

        const string Control =
            "Package: sample\nVersion: 1.0\nArchitecture: all\nMaintainer: Nobody <nobody@localhost>\nDescription: none\n";
        Write("package/DEBIAN/control", Control);
        _folder.Write("package/usr/share/sample/labels.gz", IdxBytes.Gzip(Labels));
        Directory.CreateDirectory(_folder["repository"]);
        Run("dpkg-deb", "--build", _folder["package"], _folder["repository/sample.deb"]);

        var package = File.ReadAllBytes(_folder["repository/sample.deb"]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(package));
        Write("repository/Packages", $"{Control}Filename: ./sample.deb\nSize: {package.Length}\nSHA256: {hash}\n");
        Write("sources.list", $"deb [trusted=yes] file:{_folder["repository"]} ./\n");

        Directory.CreateDirectory(_folder["system-lists"]);
        var apt = Write(
            "apt-get",
            $"""
            #!/bin/sh
            exec apt-get -o Dir::Etc::sourcelist={_folder["sources.list"]} -o Dir::Etc::sourceparts=- \
              -o Dir::State::lists={_folder["system-lists"]} -o Dir::Cache={_folder.Path} "$@"

            """
        );
        File.SetUnixFileMode(apt, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return apt;
    }

    private string Write(string name, string text) => _folder.Write(name, Encoding.UTF8.GetBytes(text));

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
    }

    private Task<DatasetUnavailableException> RefuseAsync(DebianPackage package) =>
        Assert.ThrowsAsync<DatasetUnavailableException>(() => FillAsync(package));

    private Task FillAsync(DebianPackage package) =>
        new DataCache(_folder["cache"]).FillAsync(
            "Sample",
            [LabelsFile],
            [package],
            TestContext.Current.CancellationToken
        );
}
