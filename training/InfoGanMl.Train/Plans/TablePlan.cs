using InfoGanMl.CommandLine;
using InfoGanMl.Training.Runs;

namespace InfoGanMl.Train.Plans;

/// <summary>What is left to do for one run of a table.</summary>
internal static class TablePlan
{
    /// <summary>Nothing for a run that has scores; one that was stopped goes on with the options that it began with.</summary>
    /// <param name="run">The run.</param>
    /// <param name="output">Folder of all runs.</param>
    /// <param name="device">Where to compute, as an argument, or nothing.</param>
    public static IEnumerable<PlannedCommand> Commands(
        (string Preset, int Seed) run,
        string output,
        IReadOnlyList<string> device
    )
    {
        var folder = Path.Combine(output, $"{run.Preset}-seed-{run.Seed}");
        if (RunFolder.IsScored(folder))
        {
            return [];
        }

        string[] training = RunFolder.HasBegun(folder)
            ? ["train", $"--resume={folder}"]
            : ["train", $"--preset={run.Preset}", $"--seed={run.Seed}", .. device, $"--output={folder}"];
        return [new(ProgramNames.Train, training), TrainingPlan.Evaluate(folder, device)];
    }
}
