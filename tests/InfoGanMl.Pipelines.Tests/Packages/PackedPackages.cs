using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>Makes the packages once for all tests of them.</summary>
[CollectionDefinition(nameof(PackedPackages))]
public sealed class PackedPackagesOnce : ICollectionFixture<PackedPackages>;

/// <summary>A feed of the packages, packed of what the tests were built from, under a version that no cache has seen.</summary>
public sealed class PackedPackages : IDisposable
{
    public const string Version = "0.1.0-test";

    private static readonly string[] Projects =
    [
        "models/InfoGanMl.Models",
        "inference/InfoGanMl.Inference",
        "pipelines/InfoGanMl.Pictures",
        "pipelines/InfoGanMl.Pipelines",
    ];

    private readonly TempFolder _feed = new();
    private readonly TempFolder _work = new();
    private readonly Lazy<string> _sampleApp;

    public PackedPackages()
    {
        _sampleApp = new(BuildSample);
        foreach (var project in Projects)
        {
            ExecutableProcess.DotNet(
                ["pack", Path.Combine(Repository.Root, project), "--no-build", "-c", Repository.Configuration],
                $"-p:PackageVersion={Version}",
                $"-p:PackageOutputPath={_feed.Path}"
            );
        }
    }

    /// <summary>Name of each package.</summary>
    public static IEnumerable<string> Names => Projects.Select(project => Path.GetFileName(project));

    /// <summary>Path of a package, or of its symbols.</summary>
    public string this[string name, string extension] => _feed[$"{name}.{Version}.{extension}"];

    /// <summary>Path of the sample application, built from these packages.</summary>
    public string SampleApp => _sampleApp.Value;

    public void Dispose()
    {
        _feed.Dispose();
        _work.Dispose();
    }

    /// <summary>Restores and builds a copy of the sample; of our packages, its package folder knows nothing before.</summary>
    private string BuildSample()
    {
        var sample = Path.Combine(Repository.Root, "pipelines", "InfoGanMl.Sample");
        foreach (var file in Directory.GetFiles(sample))
        {
            _work.Write($"app/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        ExecutableProcess.DotNet(
            ["build", _work["app"], "-c", "Release", "-o", _work["built"]],
            $"-p:InfoGanMlVersion={Version}",
            $"-p:RestoreAdditionalProjectSources={_feed.Path}",
            $"-p:RestorePackagesPath={_work["packages"]}",
            $"-p:RestoreFallbackFolders={GlobalPackages}" // what others made need not be downloaded again
        );
        Assert.True(Directory.Exists(_work["packages/infoganml.pipelines"]));
        return _work["built/InfoGanMl.Sample.dll"];
    }

    private static string GlobalPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
