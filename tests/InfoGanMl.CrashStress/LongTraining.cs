using InfoGanMl.Datasets;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training;
using InfoGanMl.Training.Runs;
using static TorchSharp.torch;

namespace InfoGanMl.CrashStress;

/// <summary>A training on MNIST for as long as is asked for, to see whether it needs more memory with time.</summary>
internal static class LongTraining
{
    private const double MostGrowth = 0.05;

    /// <summary>Trains the paper's networks, the largest there are.</summary>
    /// <exception cref="StressFailedException">Memory grew.</exception>
    public static async Task RunAsync(string folder, TimeSpan duration)
    {
        var options = Presets.MnistPaper with { Steps = 1_000_000 };
        var data = await TrainingData.OpenAsync(options, data: null);
        using var time = new CancellationTokenSource(duration);
        var memory = new MemoryTrace();
        var sampling = memory.SampleAsync(time.Token);
        var model = await Task.Run(() =>
            new TrainingRun(options, data, CPU, TimeProvider.System).Run(
                folder,
                new ImmediateProgress<TrainingReport>(_ => { }),
                time.Token
            )
        );
        await sampling;
        Console.WriteLine($"trained {model.Manifest.Training.Steps} steps of {options.Preset} in {duration}: {memory}");
        if (memory.Growth > MostGrowth)
        {
            throw new StressFailedException(folder, "its memory grew", "not to");
        }
    }
}
