using System.Diagnostics;
using System.Globalization;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Devices;
using InfoGanMl.Recipes;
using InfoGanMl.Training;
using InfoGanMl.Training.Runs;
using TorchSharp;

namespace InfoGanMl.Benchmarks;

/// <summary>The time from the start of a process to the end of its first step, in a process of its own.</summary>
internal static class FirstStep
{
    /// <summary>The argument that makes this program such a process.</summary>
    public const string Argument = "--first-step";

    /// <summary>Starts this program again and reads what it measures.</summary>
    /// <param name="device">Where the step runs.</param>
    public static double Measure(Device device)
    {
        var assembly = typeof(FirstStep).Assembly.Location;
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [assembly, Argument, "--device", $"{device}"])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var seconds = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(seconds, CultureInfo.InvariantCulture);
    }

    /// <summary>Trains one step of mnist-paper as every training does, and prints the seconds since the process was started.</summary>
    public static async Task RunAsync(torch.Device device)
    {
        var data = await KnownDatasets.Mnist.OpenAsync();
        var options = Presets.MnistPaper with { Steps = 1, RealStatistics = false }; // it ends sooner after the step
        var run = Directory.CreateTempSubdirectory("infogan-first-step-");
        using var process = Process.GetCurrentProcess();
        var progress = new ImmediateProgress<TrainingReport>(_ =>
            Console.WriteLine((DateTime.Now - process.StartTime).TotalSeconds.ToString(CultureInfo.InvariantCulture))
        );
        new TrainingRun(options, data, device, TimeProvider.System).Run(
            Path.Combine(run.FullName, "run"),
            progress,
            CancellationToken.None
        );
        run.Delete(recursive: true);
    }
}
