using System.Diagnostics;
using System.Reflection;
using InfoGanMl.Datasets;
using InfoGanMl.Models;
using InfoGanMl.Models.Folder;
using InfoGanMl.Training.Export;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training;

/// <summary>One training from options and images to a run folder with a model in it.</summary>
public sealed class TrainingRun
{
    private readonly TrainingOptions _options;
    private readonly ImageDataset _data;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    /// <summary>Checks that the options can be trained on these images.</summary>
    /// <param name="options">What to compute.</param>
    /// <param name="data">The images; labels are not looked at.</param>
    /// <param name="device">Where to compute it.</param>
    /// <param name="clock">Source of the time that figures are measured with.</param>
    /// <exception cref="InvalidOptionsException">They cannot; the message lists every mistake.</exception>
    public TrainingRun(TrainingOptions options, ImageDataset data, Device device, TimeProvider clock)
    {
        InvalidOptionsException.ThrowIfAny([.. options.FindMistakes(), .. FindMistakes(options, data)]);
        (_options, _data, _device, _clock) = (options, data, device, clock);
    }

    /// <summary>Default of <see cref="SnapshotEvery"/>.</summary>
    public static readonly TimeSpan DefaultSnapshotEvery = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Time between two snapshots: what an interruption costs at most, beside the writing. One of the largest preset takes
    /// about half a second.
    /// </summary>
    public TimeSpan SnapshotEvery { get; init; } = DefaultSnapshotEvery;

    /// <summary>Version of this assembly, with its commit where it was built in a git checkout.</summary>
    internal static string? Version =>
        typeof(TrainingRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>All that keeps these options from being trained on these images.</summary>
    public static IEnumerable<string> FindMistakes(TrainingOptions options, ImageDataset data)
    {
        if (data.Train.Format != options.Image)
        {
            yield return $"the images of '{data.Name}' are {data.Train.Format}; expected {options.Image} for preset {options.Preset}.";
        }

        var batch = Math.Max(options.BatchSize, options.HeadStart?.BatchSize ?? 0);
        if (data.Train.Count < batch)
        {
            yield return $"'{data.Name}' has {data.Train.Count} training images; expected at least a batch of {batch}.";
        }

        var kinds = options.Latent.Categorical.Select(code => code.Size).Append(2).Max();
        if (data.Train.CountDifferent(kinds) is var different && different < Math.Min(kinds, data.Train.Count))
        {
            var pixel = data.Train.Pixels[0];
            var black = different == 1 && !data.Train.Pixels.AsSpan().ContainsAnyExcept(pixel);
            yield return $"'{data.Name}' has {different} different images among {data.Train.Count} training images"
                + (black ? $", of which every pixel is {pixel}" : "")
                + $"; expected at least {kinds}, one for each category.";
        }
    }

    /// <summary>Trains in a new run folder.</summary>
    /// <param name="output">The run folder; must not hold a run yet.</param>
    /// <param name="progress">Told after every <see cref="TrainingOptions.ReportEvery"/> steps.</param>
    /// <param name="stop">Ends the training after the current step; the model so far is written all the same.</param>
    /// <exception cref="InvalidOptionsException">The folder already holds a run, or another training is writing to it.</exception>
    /// <exception cref="TrainingDivergedException">A loss became infinite or no number.</exception>
    public ModelFolder Run(string output, IProgress<TrainingReport> progress, CancellationToken stop)
    {
        using var run = RunFolder.Create(output, _options, RunConditions.Of(_device, data: null));
        return Run(run, progress, stop);
    }

    /// <summary>
    /// Trains, and writes <c>model/</c> and <c>references/</c> into the run folder. A run that was interrupted goes on from its
    /// newest snapshot and, on a CPU with as many threads, ends as it would have without the interruption, bit by bit.
    /// </summary>
    /// <param name="run">The folder of a run with these options.</param>
    /// <param name="progress">Told after every <see cref="TrainingOptions.ReportEvery"/> steps.</param>
    /// <param name="stop">
    /// Ends the training after the current step; the model so far is written all the same, and so is a snapshot to go on from.
    /// </param>
    /// <exception cref="TrainingDivergedException">A loss became infinite or no number.</exception>
    /// <exception cref="InvalidRunFolderException">The run began with other images, or its snapshots are damaged.</exception>
    /// <exception cref="IOException">The disk is full or broken; the run can go on once it is not.</exception>
    public ModelFolder Run(RunFolder run, IProgress<TrainingReport> progress, CancellationToken stop)
    {
        using var session = new TrainingSession(_options, _data.Train, _device, _clock, SnapshotEvery, run, progress);
        var (pace, images) = (session.TrainingProgress, session.Images);

        // The trunk and Q learn from real pairs, then D, Q and G play the paper's game.
        using var gan = session.IsInHeadStart
            ? StartRecognizer(session, stop)
            : new InfoGan(_options, session.Initial, _device);
        using var loop = new TrainingLoop(_options, gan, images, session.Random);
        using var writer = new ModelWriter(_options, gan, images, session.GridRandom);
        session.Resume(loop.VisitState);
        while (!pace.IsDone && !stop.IsCancellationRequested)
        {
            var measures = loop.Step();
            pace.Advance(_options.BatchSize);
            RequireFinite(pace.Step, measures.Named(_options.Latent), session.LastCheckpoint);
            pace.Report(measures);

            if (pace.IsCheckpointDue)
            {
                run.SaveSamples(pace.Step, writer.DrawSamples());
                WriteModel(run.CheckpointPath(pace.Step), writer, Figures(pace));
                session.RememberCheckpoint();
            }

            if (!pace.IsDone)
            {
                session.SaveIfDue();
            }
        }

        if (!pace.IsDone && !pace.IsInHeadStart) // stopped
        {
            session.Save();
        }

        run.SaveSamples(pace.Step, writer.DrawSamples());
        var model = WriteModel(run.ModelPath, writer, Figures(pace));
        writer.WriteReferences(run.ReferencesPath);
        if (pace.IsDone)
        {
            run.Snapshots.Delete();
        }

        return model;
    }

    /// <summary>Networks whose trunk and Q have learned from real pairs alone.</summary>
    private InfoGan StartRecognizer(TrainingSession session, CancellationToken stop)
    {
        var pace = session.TrainingProgress;
        var plan = _options.HeadStart!;
        using var headStart = new RecognizerHeadStart(_options, session.Images, session.Initial, session.Random);
        session.Resume(headStart.VisitState);
        while (!headStart.IsDone && !stop.IsCancellationRequested)
        {
            var updates = headStart.StartsLeft;
            var information = headStart.Step();
            pace.Advance(plan.BatchSize, updates);
            RequireFinite(pace.Step, [("pair_information", information)], lastCheckpoint: null);
            pace.Report(information);
            if (!headStart.IsDone)
            {
                session.SaveIfDue();
            }
        }

        if (!headStart.IsDone) // stopped
        {
            session.Save();
        }
        else if (plan.Starts > 1)
        {
            SaveStarts(headStart.Ranking, session);
        }

        return headStart.TakeBest();
    }

    /// <summary>A model folder for each start, so that evaluation can tell whether the best one was chosen.</summary>
    private void SaveStarts(IReadOnlyList<RecognizerStart> ranking, TrainingSession session)
    {
        foreach (var (rank, start) in ranking.Where(start => double.IsFinite(start.Information)).Index())
        {
            using var pictures = new torch.Generator((ulong)_options.Seed, _device);
            using var writer = new ModelWriter(_options, start.Gan, session.Images, pictures);
            var figures = Figures(session.TrainingProgress) with
            {
                Steps = start.Steps,
                HeadStartInformation = start.Information,
            };
            WriteModel(session.Run.StartPath(rank + 1), writer, figures);
        }
    }

    /// <summary>Writes a model folder, in place of one that an interrupted run wrote after its last snapshot.</summary>
    private ModelFolder WriteModel(string path, ModelWriter writer, TrainingFigures figures)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return writer.WriteModel(path, _data.Name, figures);
    }

    private TrainingFigures Figures(TrainingProgress pace)
    {
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Steps = pace.Step,
            Seconds = pace.Seconds,
            ImagesSeen = pace.ImagesSeen,
            ImagesPerSecond = pace.ImagesPerSecond,
            PeakRssBytes = process.PeakWorkingSet64,
            Device = TrainingDevice.NameOf(_device),
            HeadStartInformation = pace.HeadStartInformation,
            TrainedAt = _clock.GetUtcNow(),
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
