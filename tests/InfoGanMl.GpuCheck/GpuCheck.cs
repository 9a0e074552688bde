using System.Diagnostics;
using System.Runtime.InteropServices;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Devices;
using TorchSharp;
using static System.FormattableString;

namespace InfoGanMl.GpuCheck;

/// <summary>Compares trainings on a GPU with the CPU.</summary>
/// <param name="gpu">The GPU.</param>
/// <param name="measured">Presets whose speed is measured.</param>
/// <param name="steps">Steps of each of these trainings.</param>
/// <param name="folder">Where the run goes that is killed.</param>
/// <param name="progress">Told what is being done and what was found.</param>
internal sealed class GpuCheck(
    torch.Device gpu,
    IReadOnlyList<TrainingOptions> measured,
    int steps,
    string folder,
    IProgress<string> progress
)
{
    private const int ComparedSteps = 5;

    /// <summary>float32 rounds at 6e-8; a step sums thousands of products in another order.</summary>
    private const double FirstStepTolerance = 1e-3;

    /// <summary>Adam's first steps are as large for a tiny gradient as for a large one, whatever rounding made of its sign.</summary>
    private const double LaterTolerance = 0.1;

    /// <summary>Of means over a hundred steps, in which TF32 and rounding have led elsewhere, relative to the mean where that is more than 1.</summary>
    private const double TrainingTolerance = 0.35;

    private readonly List<string> _failures = [];

    /// <summary>Folder of an installed PyTorch; null for the libtorch that the program was built with.</summary>
    public string? Installed { get; init; }

    /// <summary>Checks all of it; what fails is reported and does not keep the rest from being checked.</summary>
    public async Task<GpuReport> RunAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var losses = new List<LossComparison>();
        foreach (
            var preset in new[]
            {
                Presets.MnistPaper,
                Presets.Mnist,
                Presets.Fashion,
                Presets.Pictures,
                Presets.Dsprites,
            }
        )
        {
            await TryAsync(
                $"losses of {preset.Preset}",
                async () => losses.Add(CompareLosses(preset, await OpenAsync(preset)))
            );
        }

        var speeds = new List<SpeedComparison>();
        foreach (var preset in measured)
        {
            await TryAsync(
                $"speed of {preset.Preset}",
                async () => speeds.Add(CompareSpeeds(preset, await OpenAsync(preset)))
            );
        }

        KilledRun? killed = null;
        await TryAsync("a killed run", async () => killed = await RunKilledAsync());
        return new(
            GpuMonitor.FindCard(),
            gpu.ToString(),
            $"{Environment.ProcessorCount} processors, {torch.get_num_threads()} threads",
            LibTorch.Description,
            DateTimeOffset.UtcNow,
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            losses,
            speeds,
            killed,
            _failures
        );
    }

    /// <summary>The data of a preset; of one for people's own pictures, drawn sprites in its format.</summary>
    private static Task<ImageDataset> OpenAsync(TrainingOptions preset) =>
        KnownDatasets.Find(preset.Dataset ?? "color-sprites-32").OpenAsync();

    private LossComparison CompareLosses(TrainingOptions preset, ImageDataset data)
    {
        using var exact = TrainingDevice.WithoutTensorFloat32();
        using var onCpu = new PresetTraining(preset, data, torch.CPU);
        using var onGpu = new PresetTraining(preset, data, gpu);
        var differences = Enumerable
            .Range(0, ComparedSteps)
            .Select(_ => Difference(onCpu.Step(), onGpu.Step()))
            .ToList();
        double? headStart = preset.HeadStart is null
            ? null
            : onCpu
                .StartHead(ComparedSteps)
                .Zip(onGpu.StartHead(ComparedSteps), (cpu, other) => Math.Abs(cpu - other))
                .Max();
        var found = new LossComparison(preset.Preset, differences[0], differences.Skip(1).Max(), headStart);
        progress.Report(
            Invariant(
                $"{preset.Preset}: losses differ by {found.FirstStep:G2}, later {found.LaterSteps:G2}, head start {headStart:G2}"
            )
        );
        Require(found.FirstStep, FirstStepTolerance, $"the first step of {preset.Preset}");
        Require(found.LaterSteps, LaterTolerance, $"steps 2 to {ComparedSteps} of {preset.Preset}");
        Require(headStart ?? 0, LaterTolerance, $"the head start of {preset.Preset}");
        return found;
    }

    private SpeedComparison CompareSpeeds(TrainingOptions preset, ImageDataset data)
    {
        var onGpu = Train(preset, data, gpu);
        progress.Report(Invariant($"{preset.Preset}: {onGpu.ImagesPerSecond:F0} images/s on {gpu}"));
        var onCpu = Train(preset, data, torch.CPU);
        progress.Report(Invariant($"{preset.Preset}: {onCpu.ImagesPerSecond:F0} images/s on the CPU"));
        Require(
            Difference(onCpu.Measures, onGpu.Measures),
            TrainingTolerance,
            $"the mean losses of {steps} steps of {preset.Preset}"
        );
        return new(preset.Preset, steps, onCpu, onGpu, onGpu.ImagesPerSecond / onCpu.ImagesPerSecond);
    }

    private TrainedSteps Train(TrainingOptions preset, ImageDataset data, torch.Device device)
    {
        using var training = new PresetTraining(preset, data, device);
        var warmUp = steps / 10;
        var all = Enumerable.Range(0, warmUp).Select(_ => training.Step()).ToList(); // libraries choose their kernels
        var start = Stopwatch.GetTimestamp();
        void Measure() => all.AddRange(Enumerable.Range(0, steps - warmUp).Select(_ => training.Step()));
        var (memory, busy) = (default(double?), default(double?));
        if (device.type == DeviceType.CPU)
        {
            Measure();
        }
        else
        {
            (memory, busy) = GpuMonitor.Watch(Measure);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var last = all[^(steps / 3)..];
        var means = last[0].Keys.ToDictionary(name => name, name => last.Average(step => step[name]));
        return new((steps - warmUp) * preset.BatchSize / seconds, means, memory, busy);
    }

    private async Task<KilledRun> RunKilledAsync()
    {
        var run = Path.Combine(folder, "smoke");
        if (Directory.Exists(run))
        {
            Directory.Delete(run, recursive: true);
        }

        var killed = await new KilledTraining(TrainingDevice.Of(gpu), run, Installed).RunAsync();
        progress.Report(
            Invariant($"killed after {killed.KilledAfterSeconds:F1} s, went on, L_I {killed.MutualInformation:F2}")
        );
        return killed;
    }

    /// <summary>Largest difference, relative to the first value where that is more than 1; of no numbers, infinite.</summary>
    private static double Difference(
        IReadOnlyDictionary<string, double> some,
        IReadOnlyDictionary<string, double> others
    ) =>
        some.Max(one =>
            Math.Abs(one.Value - others[one.Key]) / Math.Max(1, Math.Abs(one.Value)) is var difference
            && double.IsFinite(difference)
                ? difference
                : double.PositiveInfinity
        );

    private void Require(double difference, double tolerance, string what)
    {
        if (!(difference <= tolerance))
        {
            Fail(Invariant($"{what} differs by {difference:G3} between CPU and GPU; expected at most {tolerance}"));
        }
    }

    /// <summary>A GPU fails in as many ways as there are libraries: each is a finding, and the other checks go on.</summary>
    private async Task TryAsync(string what, Func<Task> check)
    {
        try
        {
            await check();
        }
        catch (Exception failure)
            when (failure
                    is InfoGanException
                        or ExternalException
                        or InvalidOperationException
                        or IOException
                        or ArgumentException
            )
        {
            Fail($"{what}: {failure.Message}");
        }
    }

    private void Fail(string sentence)
    {
        _failures.Add(sentence);
        progress.Report($"FAILED {sentence}");
    }
}
