using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;

namespace InfoGanMl.Train.Plans;

/// <summary>What verbs need that can say beforehand what they would do.</summary>
internal static class PlanOptions
{
    /// <summary>Checks and says, and does not do.</summary>
    public static Option<bool> DryRun { get; } =
        OptionKinds.Flag(
            "--dry-run",
            "Check the options and print the commands that do all of it, from pictures to scores."
        );

    /// <summary>Pictures in a training, and options for pictures where there are none.</summary>
    public static IEnumerable<string> FindMistakes(CommandResult given)
    {
        var data = given.GetValue(SharedOptions.Data);
        if (PictureSource.IsPictures(data) && !given.GetValue(DryRun))
        {
            yield return $"--data is {data}, pictures; expected the folder of IDX files that {ProgramNames.Tool} data --data={data} "
                + "makes of them. --dry-run prints all commands.";
        }

        if (given.Has(SharedOptions.Dataset) && given.Has(SharedOptions.Data))
        {
            yield return "--dataset is given with --data; expected one of them.";
        }

        foreach (var surplus in PictureOptions.FindSurplus(given))
        {
            yield return surplus;
        }
    }

    /// <summary>Prints a plan, a command in each line.</summary>
    public static void Print(ProgramConsole console, IEnumerable<PlannedCommand> plan)
    {
        foreach (var command in plan)
        {
            console.WriteLine($"{command}");
        }
    }
}
