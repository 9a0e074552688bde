using InfoGanMl.CommandLine;
using InfoGanMl.Training.Runs;

namespace InfoGanMl.Train.Plans;

/// <summary>What is left to do for the runs of a table.</summary>
/// <param name="output">Folder of all runs.</param>
/// <param name="device">Where to compute, as an argument, or nothing.</param>
/// <param name="judge">What judges generated images, as an argument, or nothing.</param>
internal sealed class TablePlan(string output, IReadOnlyList<string> device, IReadOnlyList<string> judge)
{
    /// <summary>Nothing for a run that has scores; one that was stopped goes on with the options that it began with.</summary>
    public IEnumerable<PlannedCommand> Commands((string Preset, int Seed) run)
    {
        var folder = Path.Combine(output, $"{run.Preset}-seed-{run.Seed}");
        if (RunFolder.IsScored(folder))
        {
            return [];
        }

        string[] training = RunFolder.HasBegun(folder)
            ? ["train", $"--resume={folder}"]
            : ["train", $"--preset={run.Preset}", $"--seed={run.Seed}", .. device, $"--output={folder}"];
        return [new(ProgramNames.Train, training), TrainingPlan.Evaluate(folder, [.. device, .. judge])];
    }
}
