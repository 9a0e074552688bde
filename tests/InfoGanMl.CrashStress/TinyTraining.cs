using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training;
using InfoGanMl.Training.Runs;
using static TorchSharp.torch;

namespace InfoGanMl.CrashStress;

/// <summary>The training that is interrupted: it takes a second or two, and saves a snapshot after every step.</summary>
internal static class TinyTraining
{
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        HeadStart = new(Steps: 40, BatchSize: 32, Starts: 2),
        Steps = 60,
        ReportEvery = 3,
        CheckpointEvery = 20,
    };

    /// <summary>Begins a run in the folder, or goes on with the one that is there.</summary>
    /// <returns>Exit code: 0 for a finished run, 1 for an error that was reported.</returns>
    public static int Run(string folder)
    {
        try
        {
            var training = new TrainingRun(Options, TinyRun.Data, CPU, TimeProvider.System)
            {
                SnapshotEvery = TimeSpan.Zero,
            };
            using var run = File.Exists(Path.Combine(folder, "options.json"))
                ? RunFolder.Open(folder)
                : RunFolder.Create(folder, Options, RunConditions.Of(CPU, data: null));
            if (!run.IsFinished)
            {
                training.Run(run, new ImmediateProgress<TrainingReport>(_ => { }), CancellationToken.None);
            }

            return 0;
        }
        catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }
}
