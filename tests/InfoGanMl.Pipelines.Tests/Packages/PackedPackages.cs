using System.Reflection;
using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>A feed of the packages, packed of what the tests were built from, under a version that no cache has seen.</summary>
public sealed class PackedPackages : IDisposable
{
    public const string Version = "0.1.0-test";

    private static readonly string[] Projects =
    [
        "models/InfoGanMl.Models",
        "inference/InfoGanMl.Inference",
        "pipelines/InfoGanMl.Pipelines",
    ];

    private readonly TempFolder _feed = new();

    public PackedPackages()
    {
        var configuration = typeof(PackedPackages)
            .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
            .Configuration;
        foreach (var project in Projects)
        {
            ExecutableProcess.DotNet(
                ["pack", Path.Combine(Repository.Root, project), "--no-build", "-c", configuration],
                $"-p:PackageVersion={Version}",
                $"-p:PackageOutputPath={_feed.Path}"
            );
        }
    }

    /// <summary>The feed's folder.</summary>
    public string Folder => _feed.Path;

    /// <summary>Name of each package.</summary>
    public static IEnumerable<string> Names => Projects.Select(project => Path.GetFileName(project));

    /// <summary>Path of a package, or of its symbols.</summary>
    public string this[string name, string extension] => _feed[$"{name}.{Version}.{extension}"];

    public void Dispose() => _feed.Dispose();
}
