using System.Diagnostics;
using System.Reflection;
using InfoGanMl.Datasets;
using InfoGanMl.Models;
using InfoGanMl.Models.Folder;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Export;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training;

/// <summary>One training from options and images to a run folder with a model in it.</summary>
/// <param name="options">What to compute.</param>
/// <param name="data">The images; labels are not looked at.</param>
/// <param name="device">Where to compute it.</param>
/// <param name="clock">Source of the time that figures are measured with.</param>
public sealed class TrainingRun(TrainingOptions options, ImageDataset data, Device device, TimeProvider clock)
{
    /// <summary>Version of this assembly, with its commit where it was built in a git checkout.</summary>
    internal static string? Version =>
        typeof(TrainingRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>Trains, and writes <c>model/</c> and <c>references/</c> into the run folder.</summary>
    /// <param name="output">The run folder; must not hold a run yet.</param>
    /// <param name="progress">Told after every <see cref="TrainingOptions.ReportEvery"/> steps.</param>
    /// <param name="stop">Ends the training after the current step; the model so far is written all the same.</param>
    /// <exception cref="InvalidOptionsException">The options, the images or the output folder do not work out.</exception>
    /// <exception cref="TrainingDivergedException">A loss became infinite or no number.</exception>
    public ModelFolder Run(string output, IProgress<TrainingReport> progress, CancellationToken stop)
    {
        CheckImages();
        using var run = RunFolder.Create(output, options);
        using var initial = new torch.Generator((ulong)options.Seed);
        using var random = new torch.Generator((ulong)options.Seed, device);
        using var pictures = new torch.Generator((ulong)options.Seed, device);
        using var images = new RealImages(data.Train.Pixels, options.Image, random, device);
        var pace = new Pace(options, clock, Report);

        // The trunk and Q learn from real pairs, then D, Q and G play the paper's game.
        using var gan = options.HeadStart is null
            ? new InfoGan(options, initial, device)
            : StartRecognizer(new(options, images, initial, random), images, run, pace, stop);
        using var loop = new TrainingLoop(options, gan, images, random);
        using var writer = new ModelWriter(options, gan, images, pictures);
        string? lastCheckpoint = null;
        while (!pace.IsDone && !stop.IsCancellationRequested)
        {
            var measures = loop.Step();
            pace.Advance(options.BatchSize);
            RequireFinite(pace.Step, measures.Named(options.Latent), lastCheckpoint);
            pace.Report(measures);

            if (pace.IsCheckpointDue)
            {
                run.SaveSamples(pace.Step, writer.DrawSamples());
                lastCheckpoint = writer.WriteModel(run.CheckpointPath(pace.Step), data.Name, Figures(pace)).FolderPath;
            }
        }

        run.SaveSamples(pace.Step, writer.DrawSamples());
        var model = writer.WriteModel(run.ModelPath, data.Name, Figures(pace));
        writer.WriteReferences(run.ReferencesPath);
        return model;

        void Report(TrainingReport report)
        {
            run.Log(report, options.Latent);
            progress.Report(report);
        }
    }

    /// <summary>Networks whose trunk and Q have learned from real pairs alone.</summary>
    private InfoGan StartRecognizer(
        RecognizerHeadStart headStart,
        RealImages images,
        RunFolder run,
        Pace pace,
        CancellationToken stop
    )
    {
        using var _ = headStart;
        var plan = options.HeadStart!;
        for (var step = 0; step < plan.Steps && !stop.IsCancellationRequested; step++)
        {
            var information = headStart.Step();
            pace.Advance(plan.BatchSize, plan.StartsLeftAt(step));
            RequireFinite(pace.Step, [("pair_information", information)], lastCheckpoint: null);
            pace.Report(information);
        }

        if (plan.Starts > 1 && !stop.IsCancellationRequested)
        {
            SaveStarts(headStart.Ranking, images, run, pace);
        }

        return headStart.TakeBest();
    }

    /// <summary>A model folder for each start, so that evaluation can tell whether the best one was chosen.</summary>
    private void SaveStarts(IReadOnlyList<RecognizerStart> ranking, RealImages images, RunFolder run, Pace pace)
    {
        foreach (var (rank, start) in ranking.Where(start => double.IsFinite(start.Information)).Index())
        {
            using var pictures = new torch.Generator((ulong)options.Seed, device);
            using var writer = new ModelWriter(options, start.Gan, images, pictures);
            var figures = Figures(pace) with { Steps = start.Steps, HeadStartInformation = start.Information };
            writer.WriteModel(run.StartPath(rank + 1), data.Name, figures);
        }
    }

    private void CheckImages()
    {
        options.Validated();
        if (data.Train.Format != options.Image)
        {
            throw new InvalidOptionsException([
                $"the images of '{data.Name}' are {data.Train.Format}; expected {options.Image} for preset {options.Preset}.",
            ]);
        }

        var batch = Math.Max(options.BatchSize, options.HeadStart?.BatchSize ?? 0);
        if (data.Train.Count < batch)
        {
            throw new InvalidOptionsException([
                $"'{data.Name}' has {data.Train.Count} training images; expected at least a batch of {batch}.",
            ]);
        }
    }

    private TrainingFigures Figures(Pace pace)
    {
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Steps = pace.Step,
            Seconds = pace.Seconds,
            ImagesSeen = pace.ImagesSeen,
            ImagesPerSecond = pace.ImagesPerSecond,
            PeakRssBytes = process.PeakWorkingSet64,
            Device = device.type == DeviceType.CUDA ? "cuda" : "cpu",
            HeadStartInformation = pace.HeadStartInformation,
            TrainedAt = clock.GetUtcNow(),
            TrainedWith = Version,
        };
    }

    private static void RequireFinite(int step, IEnumerable<(string Name, double Value)> terms, string? lastCheckpoint)
    {
        if (terms.Any(term => !double.IsFinite(term.Value)))
        {
            var described = terms.Select(term => FormattableString.Invariant($"{term.Name} = {term.Value}"));
            throw new TrainingDivergedException(step, string.Join(", ", described), lastCheckpoint);
        }
    }
}
