using System.Security.Cryptography;
using InfoGanMl.Models;

namespace InfoGanMl.Testing;

/// <summary>
/// One real training for the tests that need one: the smoke preset on MNIST, run by the executable that users run. It is kept
/// under artifacts/smoke and made again when the code that decides what it learns has changed.
/// </summary>
public static class SmokeModel
{
    private static readonly Lazy<string> Run = new(FindOrTrain);

    /// <summary>The model folder; tests that change it work on a <see cref="CopyTo">copy</see>.</summary>
    public static ModelFolder Model => ModelFolder.Open(Path.Combine(Run.Value, "model"));

    /// <summary>The reference tensors of the same training.</summary>
    public static string ReferencesPath => Path.Combine(Run.Value, "references");

    /// <summary>Copies the whole run folder.</summary>
    /// <returns>Path of the model folder in it.</returns>
    public static string CopyRunTo(string folder)
    {
        foreach (var file in Directory.GetFiles(Run.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Run.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Path.Combine(folder, "model");
    }

    /// <summary>Copies the model folder.</summary>
    public static ModelFolder CopyTo(string folder) => PretrainedModel.Copy(Model, folder);

    /// <summary>Trains under a lock that all processes share, as test projects run side by side.</summary>
    private static string FindOrTrain()
    {
        var run = Path.Combine(Repository.Root, "artifacts", "smoke", HashOfSources());
        using var training = new Mutex(initiallyOwned: false, $"InfoGanMl.SmokeModel.{Path.GetFileName(run)}");
        try
        {
            training.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The process that held it was killed: nothing is half done, as a run is moved into place when it is whole.
        }

        try
        {
            return Directory.Exists(run) ? run : Train(run);
        }
        finally
        {
            training.ReleaseMutex();
        }
    }

    private static string Train(string run)
    {
        var partial = run + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        var train = ExecutableProcess.MetadataOf(typeof(SmokeModel).Assembly, "infogan-train");
        var result = ExecutableProcess.Run(train, "train", "--preset", "smoke", "--device", "cpu", "--output", partial);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"Training the smoke model failed with exit code {result.ExitCode}:\n{result.Output}\n{result.Error}"
            );
        }

        Directory.Move(partial, run);
        return run;
    }

    /// <summary>Sources rather than assemblies: the latter carry the commit, so each commit would train again.</summary>
    private static string HashOfSources()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] folders = ["models/InfoGanMl.Models", "models/InfoGanMl.Recipes", "training/InfoGanMl.Training"];
        var sources = folders
            .SelectMany(folder => EnumerateSources(Path.Combine(Repository.Root, folder)))
            .Append(Path.Combine(Repository.Root, "Directory.Packages.props"));
        foreach (var file in sources.Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static IEnumerable<string> EnumerateSources(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".proto")
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any());
}
