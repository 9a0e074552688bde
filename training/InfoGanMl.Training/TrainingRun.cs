using System.Diagnostics;
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
        using var gan = new InfoGan(options, initial, device);
        using var loop = new TrainingLoop(options, gan, images, random);
        using var writer = new ModelWriter(options, gan, images, pictures);

        var start = clock.GetTimestamp();
        var window = new List<StepMeasures>();
        string? lastCheckpoint = null;
        var step = 0;
        while (step < options.Steps && !stop.IsCancellationRequested)
        {
            var measures = loop.Step();
            step++;
            window.Add(
                measures.IsFinite(options.Latent)
                    ? measures
                    : throw new TrainingDivergedException(step, Describe(measures), lastCheckpoint)
            );

            if (step % options.ReportEvery == 0 || step == options.Steps)
            {
                var report = Report(step, start, StepMeasures.Average(window));
                run.Log(report, options.Latent);
                progress.Report(report);
                window.Clear();
            }

            if (step % options.CheckpointEvery == 0 && step < options.Steps)
            {
                run.SaveSamples(step, writer.DrawSamples());
                lastCheckpoint = writer
                    .WriteModel(run.CheckpointPath(step), data.Name, Figures(step, start))
                    .FolderPath;
            }
        }

        run.SaveSamples(step, writer.DrawSamples());
        var model = writer.WriteModel(run.ModelPath, data.Name, Figures(step, start));
        writer.WriteReferences(run.ReferencesPath);
        return model;
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

        if (data.Train.Count < options.BatchSize)
        {
            throw new InvalidOptionsException([
                $"'{data.Name}' has {data.Train.Count} training images; expected at least a batch of {options.BatchSize}.",
            ]);
        }
    }

    private TrainingReport Report(int step, long start, StepMeasures measures)
    {
        var figures = Figures(step, start);
        return new(step, options.Steps, figures.ImagesSeen, figures.Seconds, figures.ImagesPerSecond, measures);
    }

    private TrainingFigures Figures(int step, long start)
    {
        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        var imagesSeen = (long)step * options.BatchSize;
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Steps = step,
            Seconds = seconds,
            ImagesSeen = imagesSeen,
            ImagesPerSecond = imagesSeen / seconds,
            PeakRssBytes = process.PeakWorkingSet64,
            Device = device.type == DeviceType.CUDA ? "cuda" : "cpu",
        };
    }

    private string Describe(StepMeasures measures) =>
        string.Join(
            ", ",
            measures.Named(options.Latent).Select(m => FormattableString.Invariant($"{m.Name} = {m.Value}"))
        );
}
