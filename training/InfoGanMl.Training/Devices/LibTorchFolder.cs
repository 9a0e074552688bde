using System.Text.RegularExpressions;

namespace InfoGanMl.Training.Devices;

/// <summary>The libraries of an installed PyTorch, or of an unpacked libtorch.</summary>
/// <param name="Libraries">The folder that they lie in.</param>
/// <param name="Version">As 2.11.0+cu130; null where nothing states it.</param>
internal sealed partial record LibTorchFolder(string Libraries, string? Version)
{
    /// <summary>Versions whose libtorch was tried with the TorchSharp of this build; others may crash where these do not.</summary>
    public static IReadOnlyList<string> Tried { get; } = ["2.10", "2.11"];

    /// <summary>File that every libtorch has.</summary>
    public static string MainLibrary { get; } =
        OperatingSystem.IsWindows() ? "torch_cpu.dll"
        : OperatingSystem.IsMacOS() ? "libtorch_cpu.dylib"
        : "libtorch_cpu.so";

    /// <summary>Whether the version is one of <see cref="Tried"/>.</summary>
    public bool IsTried =>
        Version is { } version && Tried.Any(tried => version.StartsWith($"{tried}.", StringComparison.Ordinal));

    /// <summary>Looks where PyTorch and libtorch keep their libraries.</summary>
    /// <param name="path">The environment that PyTorch is installed in, its site-packages, its package, or the folder itself.</param>
    /// <returns>Null where there are none.</returns>
    public static LibTorchFolder? Find(string path) =>
        CandidatesIn(Path.GetFullPath(path)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, MainLibrary)))
            is { } found
            ? new(found, VersionBeside(found))
            : null;

    /// <summary>The file of a library that another one misses; pip puts those of CUDA beside PyTorch.</summary>
    public string? FindDependency(string fileName)
    {
        var packages = Path.GetFullPath(Path.Combine(Libraries, "..", "..", "nvidia"));
        return Directory.Exists(packages)
            ? Directory.EnumerateFiles(packages, fileName, SearchOption.AllDirectories).FirstOrDefault()
            : null;
    }

    private static IEnumerable<string> CandidatesIn(string path)
    {
        string[] sitePackages =
        [
            path,
            Path.Combine(path, "Lib", "site-packages"), // Windows
            .. Directory.Exists(Path.Combine(path, "lib"))
                ? Directory
                    .EnumerateDirectories(Path.Combine(path, "lib"), "python3*")
                    .Select(python => Path.Combine(python, "site-packages"))
                : [],
        ];
        return
        [
            path,
            Path.Combine(path, "lib"),
            .. sitePackages.Select(folder => Path.Combine(folder, "torch", "lib")),
        ];
    }

    /// <summary>PyTorch states it in version.py, a libtorch archive in build-version, one folder up.</summary>
    private static string? VersionBeside(string libraries)
    {
        var parent = Path.Combine(libraries, "..");
        var python = Path.Combine(parent, "version.py");
        if (File.Exists(python))
        {
            return PythonVersion().Match(File.ReadAllText(python)) is { Success: true } match
                ? match.Groups[1].Value
                : null;
        }

        var archive = Path.Combine(parent, "build-version");
        return File.Exists(archive) ? File.ReadAllText(archive).Trim() : null;
    }

    [GeneratedRegex("""__version__\s*=\s*['"]([^'"]+)['"]""")]
    private static partial Regex PythonVersion();
}
