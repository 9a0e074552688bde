using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Evaluation.Reproduction;

namespace InfoGanMl.Tool.Verbs;

/// <summary>The scores of many runs become a table.</summary>
internal sealed class TabulateVerb()
    : Verb("tabulate", "Writes the scores of many runs as one table, JSON and Markdown, and prints it.")
{
    private readonly Option<string?> _runs = OptionKinds.Text(
        "--runs",
        "Folder whose folders hold a metrics.json each.",
        "DIR"
    );

    private readonly Option<string?> _earlier = OptionKinds.Text(
        "--earlier",
        "JSON file of an earlier table; its runs count, too, where no run of the same preset and seed is newer.",
        "FILE"
    );

    private readonly Option<bool> _ablation = OptionKinds.Flag(
        "--ablation",
        "Name the table ablation instead of reproduction."
    );

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [_runs, SharedOptions.Output, _earlier, _ablation];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "--runs=runs/reproduction",
        "--runs=runs/ablation --ablation --earlier=models/reproduction/ablation.json",
        "--earlier=models/reproduction/reproduction.json --output=runs/tables",
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> FindMistakes(CommandResult given)
    {
        if (given.GetValue(_runs) is null && given.GetValue(_earlier) is null)
        {
            yield return "There is no --runs and no --earlier; expected a folder whose folders hold a metrics.json each, or an "
                + "earlier table to write again, or both.";
        }
        else if (given.GetValue(_runs) is null && !given.Has(SharedOptions.Output))
        {
            yield return "There is no --output; expected a folder for what is made of --earlier alone, so that nothing beside it is lost.";
        }
    }

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        var (runs, earlier) = (given.GetValue(_runs), given.GetValue(_earlier));
        var presets = ReproducedPreset.Group(
            ReproducedRun.Update(
                earlier is null ? [] : ReproducedRun.ReadTable(earlier),
                runs is null ? [] : ReproducedRun.ReadAll(runs)
            )
        );
        var table = given.GetValue(_ablation) ? ReproductionTable.Ablation : ReproductionTable.Reproduction;
        table.Write(given.GetValue(SharedOptions.Output) ?? runs!, presets); // beside the runs, unless told otherwise
        console.WriteLine($"{table.ToMarkdown(presets)}");
        return Task.CompletedTask;
    }
}
