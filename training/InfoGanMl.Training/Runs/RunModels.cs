using System.Diagnostics;
using System.Reflection;
using InfoGanMl.Models;
using InfoGanMl.Models.Files;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Export;
using InfoGanMl.Training.HeadStarts;
using TorchSharp;

namespace InfoGanMl.Training.Runs;

/// <summary>Writes the networks of a run into its folder, with the figures of how far it was.</summary>
/// <param name="run">The folder.</param>
/// <param name="images">Where the training images come from.</param>
/// <param name="device">Where the networks are.</param>
/// <param name="clock">Source of the date.</param>
/// <param name="progress">How far the run is.</param>
internal sealed class RunModels(
    RunFolder run,
    ImageOrigin images,
    torch.Device device,
    TimeProvider clock,
    TrainingProgress progress
)
{
    /// <summary>Version of this assembly, with its commit where it was built in a git checkout.</summary>
    internal static string? Version =>
        typeof(RunModels).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>A sample grid and a model folder of a step on the way.</summary>
    public void WriteCheckpoint(ModelWriter writer)
    {
        run.SaveSamples(progress.Step, writer.DrawSamples());
        writer.WriteModel(MakeRoom(run.CheckpointPath(progress.Step)), images, Figures());
    }

    /// <summary>A sample grid, the model, the references that other runtimes are checked against, and what a pretrained trunk was at first.</summary>
    public ModelFolder WriteModel(ModelWriter writer)
    {
        run.SaveSamples(progress.Step, writer.DrawSamples());
        if (run.Options.Transfer is not null && !File.Exists(run.FeaturizerPath))
        {
            AtomicFile.Write(run.FeaturizerPath, OnnxExporter.ExportFeaturizer(run.Options));
        }

        return writer.WriteModelWithReferences(MakeRoom(run.ModelPath), run.ReferencesPath, images, Figures());
    }

    /// <summary>A model folder for each start, so that evaluation can tell whether the best one was chosen.</summary>
    /// <param name="ranking">The starts, the best one first.</param>
    /// <param name="session">What the stages of the run share.</param>
    public void WriteStarts(IReadOnlyList<RecognizerStart> ranking, TrainingSession session)
    {
        foreach (var (rank, start) in ranking.Where(start => double.IsFinite(start.Information)).Index())
        {
            using var grid = new RandomSource((ulong)run.Options.Seed, device);
            using var writer = new ModelWriter(run.Options, start.Gan, session.Images, grid);
            var figures = Figures() with { Steps = start.Steps, HeadStartInformation = start.Information };
            writer.WriteModel(MakeRoom(run.StartPath(rank + 1)), images, figures);
        }
    }

    /// <summary>Takes away a model folder that an interrupted run wrote after its last snapshot.</summary>
    private static string MakeRoom(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return path;
    }

    private TrainingFigures Figures()
    {
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Steps = progress.Step,
            Seconds = progress.Seconds,
            ImagesSeen = progress.ImagesSeen,
            ImagesPerSecond = progress.ImagesPerSecond,
            PeakRssBytes = process.PeakWorkingSet64,
            Device = device.ToString(),
            HeadStartInformation = progress.HeadStartInformation,
            TrainedAt = clock.GetUtcNow(),
            TrainedWith = Version,
        };
    }
}
