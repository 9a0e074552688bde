using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Devices;
using InfoGanMl.Training.Export;
using InfoGanMl.Training.HeadStarts.Seeing;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Runs;
using InfoGanMl.Training.Snapshots;
using InfoGanMl.Training.Steps;
using static TorchSharp.torch;

namespace InfoGanMl.Training;

/// <summary>One training from options and images to a run folder with a model in it.</summary>
public sealed class TrainingRun
{
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
        Options = TrainingPrecision.Resolve(options, device);
        (_data, _device, _clock) = (data, device, clock);
    }

    /// <summary>What is computed, every choice that depends on the machine made.</summary>
    public TrainingOptions Options { get; }

    /// <summary>Default of <see cref="SnapshotEvery"/>.</summary>
    public static readonly TimeSpan DefaultSnapshotEvery = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Time between two snapshots: what an interruption costs at most, beside the writing. One of the largest preset takes
    /// about half a second.
    /// </summary>
    public TimeSpan SnapshotEvery { get; init; } = DefaultSnapshotEvery;

    /// <summary>Told what is done before the first step, where that takes long.</summary>
    public IProgress<ActivityReport>? Activities { private get; set; }

    /// <summary>Folder for what a pretrained trunk makes of the images, which other seeds need, too; null keeps nothing.</summary>
    public string? FeaturesPath { private get; init; }

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
        using var run = RunFolder.Create(output, Options, RunConditions.Of(_device, data: null));
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
        using var session = new TrainingSession(Options, _data.Train, _device, _clock, run)
        {
            SnapshotEvery = SnapshotEvery,
        };
        var models = new RunModels(run, new(_data.Name, _data.Preparation), _device, _clock, session.Progress);

        // The trunk and Q learn from real pairs, then D, Q and G play the paper's game.
        using var gan = session.IsInHeadStart
            ? StartRecognizer(session, models, progress, stop)
            : new InfoGan(Options, session.Initial, _device);
        using var joint = new JointStage(Options, gan, session, models);
        if (!session.IsInHeadStart) // it was not stopped there
        {
            Drive(joint, session, progress, stop);
        }

        var model = joint.WriteModel();
        if (joint.IsDone)
        {
            run.Snapshots.Delete();
        }

        return model;
    }

    /// <summary>Networks whose trunk and Q have learned from real pairs alone.</summary>
    private InfoGan StartRecognizer(
        TrainingSession session,
        RunModels models,
        IProgress<TrainingReport> progress,
        CancellationToken stop
    )
    {
        using var seen = Options.Transfer is null
            ? null
            : new SightFolder(FeaturesPath).See(Options, session.Images, _device, Activities, stop);
        using var headStart = new HeadStartStage(Options, session, seen);
        Drive(headStart, session, progress, stop);
        if (headStart.IsDone && headStart.HasSeveralTrunks)
        {
            models.WriteStarts(headStart.Ranking, session);
        }

        return headStart.TakeBest();
    }

    /// <summary>Takes a stage to its end, or until it is stopped, from its beginning or from where its snapshot was taken.</summary>
    private void Drive(
        IStage stage,
        TrainingSession session,
        IProgress<TrainingReport> progress,
        CancellationToken stop
    )
    {
        session.Resume(stage);
        while (!stage.IsDone && !stop.IsCancellationRequested)
        {
            var step = stage.Step();
            session.Progress.Advance(step);
            RequireFinite(step, session);
            if (session.Progress.Record(step) is { } report)
            {
                session.Run.Log(report); // a line of metrics.jsonl
                progress.Report(report);
            }

            stage.WriteCheckpointIfDue();
            session.SaveIfDue();
        }

        session.Save();
    }

    private void RequireFinite(StageStep step, TrainingSession session)
    {
        var terms = step.Named(Options.Latent.Space).ToList();
        if (terms.Any(term => !double.IsFinite(term.Value)))
        {
            var described = terms.Select(term => FormattableString.Invariant($"{term.Name} = {term.Value}"));
            throw new TrainingDivergedException(
                session.Progress.Step,
                string.Join(", ", described),
                session.LastCheckpoint
            );
        }
    }
}
