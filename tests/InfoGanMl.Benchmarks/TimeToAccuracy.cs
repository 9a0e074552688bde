using InfoGanMl.Datasets;
using InfoGanMl.Evaluation;
using InfoGanMl.Models;
using InfoGanMl.Recipes;
using InfoGanMl.Training;
using InfoGanMl.Training.Runs;
using Device = TorchSharp.torch.Device;

namespace InfoGanMl.Benchmarks;

/// <summary>When a training first sorted the test images well.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Accuracy">One-to-one accuracy to reach.</param>
/// <param name="Seconds">
/// Seconds from the first step to the first checkpoint that reaches it; writing and scoring the checkpoints before it counts.
/// </param>
internal sealed record TimeToAccuracy(string Preset, double Accuracy, double Seconds)
{
    private const int StepsBetweenCheckpoints = 250;

    /// <summary>Trains with the preset until a checkpoint is good enough; labels are seen by the scores alone.</summary>
    /// <returns>Null where none is.</returns>
    public static TimeToAccuracy? Measure(TrainingOptions options, double accuracy, ImageDataset data, Device device)
    {
        var folder = Directory.CreateTempSubdirectory("infogan-time-");
        try
        {
            using var reached = new CancellationTokenSource();
            var run = Path.Combine(folder.FullName, "run");
            var looks = new Looks(Path.Combine(run, "checkpoints"), accuracy, data, reached.Cancel);
            new TrainingRun(
                options with
                {
                    CheckpointEvery = StepsBetweenCheckpoints,
                },
                data,
                device,
                TimeProvider.System
            ).Run(run, looks, reached.Token);
            return looks.Seconds is { } seconds ? new(options.Preset, accuracy, seconds) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Scores each new checkpoint.</summary>
    private sealed class Looks(string checkpoints, double accuracy, ImageDataset data, Action stop)
        : IProgress<TrainingReport>
    {
        private string? _last;

        /// <summary>Seconds of training of the first checkpoint that is good enough.</summary>
        public double? Seconds { get; private set; }

        public void Report(TrainingReport value)
        {
            var newest = Directory.Exists(checkpoints) ? Directory.GetDirectories(checkpoints).Max() : null;
            if (newest is null || newest == _last)
            {
                return;
            }

            _last = newest;
            Seconds = SecondsIfGood(ModelFolder.Open(newest));
            if (Seconds is not null)
            {
                stop();
            }
        }

        /// <summary>The seconds of training where the model is good enough.</summary>
        private double? SecondsIfGood(ModelFolder model)
        {
            using var evaluator = Evaluator.Open(model, new());
            return evaluator.MeasureAccuracy(data) >= accuracy ? model.Manifest.Training.Seconds : null;
        }
    }
}
