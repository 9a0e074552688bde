using System.Xml.Linq;
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

    /// <summary>What makes the SDK restore these packages; of them, its package folder knows nothing before.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["InfoGanMlVersion"] = Version,
            ["RestoreAdditionalProjectSources"] = _feed.Path,
            ["RestorePackagesPath"] = _work["packages"],
            ["RestoreFallbackFolders"] = GlobalPackages, // what others made need not be downloaded again
        };

    /// <summary>The same as options of a command.</summary>
    public IEnumerable<string> Properties => Settings.Select(setting => $"-p:{setting.Key}={setting.Value}");

    /// <summary>Copies the sample application into a folder outside the repository.</summary>
    /// <returns>The folder.</returns>
    public string CopySample(string name)
    {
        foreach (var file in Directory.GetFiles(Sample))
        {
            _work.Write($"{name}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        return _work[name];
    }

    /// <summary>Restores what others made and a project needs into the user's packages, so that it is downloaded but once.</summary>
    /// <param name="project">Path of a project file.</param>
    /// <param name="properties">What it is built with.</param>
    public void Cache(string project, params IEnumerable<string> properties)
    {
        var others = XDocument.Load(project);
        others
            .Descendants("PackageReference")
            .Where(reference =>
                reference.Attribute("Include")!.Value.StartsWith("InfoGanMl.", StringComparison.Ordinal)
            )
            .Remove();
        Directory.CreateDirectory(_work["others"]);
        others.Save(_work["others/others.csproj"]);
        ExecutableProcess.DotNet(
            ["restore", _work["others"]],
            [.. properties, $"-p:RestoreAdditionalProjectSources={_feed.Path}"] // not the one beside the repository's own
        );
    }

    public void Dispose()
    {
        _feed.Dispose();
        _work.Dispose();
    }

    private static string Sample => Path.Combine(Repository.Root, "pipelines", "InfoGanMl.Sample");

    private string BuildSample()
    {
        ExecutableProcess.DotNet(["build", CopySample("app"), "-c", "Release", "-o", _work["built"]], Properties);
        Assert.True(Directory.Exists(_work["packages/infoganml.pipelines"]));
        return _work["built/InfoGanMl.Sample.dll"];
    }

    private static string GlobalPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
