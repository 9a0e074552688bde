using System.Diagnostics;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.ExportCheck;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Recipes;
using InfoGanMl.Training;
using InfoGanMl.Training.Devices;
using InfoGanMl.Training.Runs;
using Device = InfoGanMl.Models.Devices.Device;

namespace InfoGanMl.GpuCheck;

/// <summary>A whole <c>smoke</c> run in a process of its own, which is killed; then this process goes on with it.</summary>
/// <param name="device">Where it trains, as <see cref="TrainingDevice"/> calls it.</param>
/// <param name="folder">The run folder.</param>
/// <param name="installed">Folder of an installed PyTorch, or null.</param>
internal sealed class KilledTraining(Device device, string folder, string? installed)
{
    /// <summary>The argument that makes this program the process that is killed.</summary>
    public const string Argument = "--train";

    private const string Joined = "joined";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TrainingOptions Options = Presets.Smoke;

    /// <summary>Trains until it is killed, with a snapshot every second, and says when G and D have joined in.</summary>
    public static async Task TrainAsync(Device device, string folder)
    {
        var place = TrainingDevice.Choose(device);
        var data = await TrainingData.OpenAsync(Options, data: null);
        using var run = RunFolder.Create(folder, Options, RunConditions.Of(place, data: null));
        var progress = new ImmediateProgress<TrainingReport>(report =>
        {
            if (report.Measures is not null)
            {
                Console.WriteLine(Joined);
            }
        });
        Training(data, place).Run(run, progress, CancellationToken.None);
    }

    /// <summary>Has it killed, goes on with it, and compares the exported files with the training.</summary>
    public async Task<KilledRun> RunAsync()
    {
        var killedAfter = await KillAsync();
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

    /// <summary>Kills the process once G and D have joined in; snapshots are there by then.</summary>
    /// <returns>Seconds after its start.</returns>
    private async Task<double> KillAsync()
    {
        var assembly = typeof(KilledTraining).Assembly.Location;
        string[] self = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [assembly] : [];
        string[] arguments =
        [
            .. self,
            Argument,
            $"{device}",
            folder,
            .. installed is null ? Array.Empty<string>() : [installed],
        ];
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true }
        )!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is var line && line != Joined)
            {
                if (line is null)
                {
                    throw new InvalidOperationException($"the run in {folder} ended before G and D joined in");
                }
            }

            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"G and D did not join in the run in {folder} within {Patience}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
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
