using System.Diagnostics;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.ExportCheck;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Recipes;
using InfoGanMl.Training;
using InfoGanMl.Training.Devices;
using InfoGanMl.Training.Runs;
using Device = InfoGanMl.Inference.Device;

namespace InfoGanMl.GpuCheck;

/// <summary>A whole <c>smoke</c> run in a process of its own, which is killed; then this process goes on with it.</summary>
/// <param name="device">Where it trains, as <see cref="TrainingDevice"/> calls it.</param>
/// <param name="folder">The run folder.</param>
/// <param name="installed">Folder of an installed PyTorch, or null.</param>
internal sealed class KilledTraining(string device, string folder, string? installed)
{
    /// <summary>The argument that makes this program the process that is killed.</summary>
    public const string Argument = "--train";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TrainingOptions Options = Presets.Smoke;

    /// <summary>Trains until it is killed, with a snapshot every second.</summary>
    public static async Task TrainAsync(string device, string folder)
    {
        var place = TrainingDevice.Choose(device);
        var data = await TrainingData.OpenAsync(Options, data: null);
        using var run = RunFolder.Create(folder, Options, RunConditions.Of(place, data: null));
        Training(data, place).Run(run, new ImmediateProgress<TrainingReport>(_ => { }), CancellationToken.None);
    }

    /// <summary>Has it killed, goes on with it, and compares the exported files with the training.</summary>
    public async Task<KilledRun> RunAsync()
    {
        var killedAfter = Kill();
        var data = await TrainingData.OpenAsync(Options, data: null);
        using var run = RunFolder.Open(folder);
        if (run.IsFinished)
        {
            throw new InvalidOperationException("the run came to its end before it was killed");
        }

        TrainingReport? first = null;
        TrainingReport? last = null;
        var progress = new ImmediateProgress<TrainingReport>(report => (first, last) = (first ?? report, report));
        var model = Training(data, TrainingDevice.Choose(device)).Run(run, progress, CancellationToken.None);
        return new(
            killedAfter,
            first!.Step,
            model.Manifest.Training.Steps,
            model.Manifest.Training.ImagesPerSecond,
            last!.Measures!.MutualInformation[0],
            Providers(model, run.ReferencesPath)
        );
    }

    private static TrainingRun Training(ImageDataset data, TorchSharp.torch.Device place) =>
        new(Options, data, place, TimeProvider.System) { SnapshotEvery = TimeSpan.FromSeconds(1) };

    /// <summary>Kills the process once G and D have joined in, and a snapshot is there.</summary>
    /// <returns>Seconds after its start.</returns>
    private double Kill()
    {
        var assembly = typeof(KilledTraining).Assembly.Location;
        string[] self = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [assembly] : [];
        using var process = Process.Start(
            Environment.ProcessPath!,
            [.. self, Argument, device, folder, .. installed is null ? Array.Empty<string>() : [installed]]
        );
        var start = Stopwatch.GetTimestamp();
        while (!HasJoined())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(start) > Patience)
            {
                process.Kill();
                throw new InvalidOperationException($"no snapshot of the run in {folder} within {Patience}");
            }

            Thread.Sleep(50);
        }

        process.Kill();
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private bool HasJoined()
    {
        var log = Path.Combine(folder, "metrics.jsonl");
        return File.Exists(log) && File.ReadAllText(log).Contains("generator_loss", StringComparison.Ordinal);
    }

    /// <summary>Parity on the CPU, and on CUDA where ONNX Runtime has it.</summary>
    private static Dictionary<string, string> Providers(ModelFolder model, string references)
    {
        var found = new Dictionary<string, string>();
        foreach (var provider in new[] { Device.Cpu, Device.Cuda })
        {
            try
            {
                var worst = Parity.Measure(model, references, provider).Checked().Worst;
                found[$"{provider}"] = FormattableString.Invariant($"{worst.MaxAbsDiff:G2} at most ({worst.Tensor})");
            }
            catch (DeviceUnavailableException missing)
            {
                found[$"{provider}"] = $"not there: {missing.Found}";
            }
        }

        return found;
    }
}
