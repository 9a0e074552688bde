using InfoGanMl.Testing;
using InfoGanMl.Training.Devices;
using Xunit;

namespace InfoGanMl.Training.Tests.Devices;

public sealed class LibTorchFolderTests : IDisposable
{
    private const string SitePackages = "lib/python3.12/site-packages";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")] // of an environment
    [InlineData(SitePackages)]
    [InlineData($"{SitePackages}/torch")]
    [InlineData($"{SitePackages}/torch/lib")]
    public void An_installed_PyTorch_is_found_from_each_of_its_folders(string asked)
    {
        var libraries = Install(
            $"{SitePackages}/torch/lib",
            "version.py",
            "__version__ = '2.11.0+cu130'\ndebug = False\n"
        );

        var found = LibTorchFolder.Find(_folder[asked]);

        Assert.Equal((libraries, "2.11.0+cu130", true), (found!.Libraries, found.Version, found.IsTried));
    }

    [Fact]
    public void An_unpacked_libtorch_is_found_with_the_version_that_its_archive_states()
    {
        Install("libtorch/lib", "build-version", "2.10.0+cpu\n");

        Assert.Equal("2.10.0+cpu", LibTorchFolder.Find(_folder["libtorch"])!.Version);
    }

    [Theory]
    [InlineData("2.9.1", false)]
    [InlineData("2.10.0", true)]
    [InlineData("2.11.1+cu130", true)]
    [InlineData("2.13.0+cpu", false)]
    [InlineData("2.1.0", false)]
    [InlineData(null, false)]
    public void Only_versions_that_were_tried_count_as_tried(string? version, bool isTried) =>
        Assert.Equal(isTried, new LibTorchFolder(_folder.Path, version).IsTried);

    [Fact]
    public void A_folder_without_libtorch_is_none()
    {
        Assert.Null(LibTorchFolder.Find(_folder.Path));
        Assert.Null(LibTorchFolder.Find(_folder["missing"]));
    }

    [Fact]
    public void What_libtorch_misses_is_looked_for_where_pip_puts_the_libraries_of_CUDA()
    {
        Install($"{SitePackages}/torch/lib", "version.py", "__version__ = '2.11.0'");
        var cublas = _folder.Write($"{SitePackages}/nvidia/cu13/lib/libcublas.so.13", []);
        var found = LibTorchFolder.Find(_folder.Path)!;

        Assert.Equal(cublas, found.FindDependency("libcublas.so.13"));
        Assert.Null(found.FindDependency("libcudnn.so.9"));
    }

    private string Install(string libraries, string versionFile, string version)
    {
        var main = _folder.Write($"{libraries}/{LibTorchFolder.MainLibrary}", []);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(main)!, "..", versionFile), version);
        return Path.GetDirectoryName(main)!;
    }
}
