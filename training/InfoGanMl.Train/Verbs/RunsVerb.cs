using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Recipes;
using InfoGanMl.Train.Plans;

namespace InfoGanMl.Train.Verbs;

/// <summary>The many trainings behind a table.</summary>
internal sealed class RunsVerb()
    : Verb(
        "runs",
        "Prints the commands that make a table over seeds: each run that has no scores yet is trained, or gone on with, and "
            + "scored; then all are tabulated. Writes nothing."
    )
{
    private readonly Option<string?> _of = OptionKinds.Choice(
        "--of",
        "Which table: reproduction (default; the presets) or ablation (short presets without one ingredient each).",
        MeasuredRuns.Reproduction,
        MeasuredRuns.Ablation
    );

    private readonly Option<string?> _presets = OptionKinds.Text(
        "--preset",
        "Some of the table's presets, as in mnist,fashion; all by default.",
        "NAMES"
    );

    private readonly Option<string?> _ingredients = OptionKinds.Text(
        "--ingredient",
        "Ablation: what to take away, as in balance,cool-down; every ingredient by default.",
        "NAMES"
    );

    private readonly Option<string?> _judge = OptionKinds.Text(
        "--judge",
        "ONNX file of a judge of the images, for every evaluation; the one that is shipped for the data set by default.",
        "FILE"
    );

    private readonly Option<string?> _earlier = OptionKinds.Text(
        "--earlier",
        "JSON file of an earlier table, whose other runs are kept.",
        "FILE"
    );

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options =>
        [_of, _presets, _ingredients, SharedOptions.Device, SharedOptions.Output, _judge, _earlier];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "--of=reproduction --preset=mnist --earlier=models/reproduction/reproduction.json",
        "--of=ablation --ingredient=balance,cool-down",
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> FindMistakes(CommandResult given)
    {
        var table = TableOf(given.GetValue(_of));
        if (given.Has(_ingredients) && table != MeasuredRuns.Ablation)
        {
            yield return "--ingredient is given for another table; expected --of=ablation with it.";
        }

        if (given.GetValue(_judge) is { } judge && !File.Exists(judge))
        {
            yield return $"--judge is '{judge}'; found no such file, expected what {ProgramNames.Train} judge writes.";
        }

        var lists = new[] { (_presets, MeasuredRuns.PresetsOf(table)), (_ingredients, MeasuredRuns.Ingredients) };
        foreach (var (option, known) in lists)
        {
            if (Split(given.GetValue(option))?.Except(known).Any() == true)
            {
                yield return $"{option.Name} is '{given.GetValue(option)}'; expected some of {string.Join(',', known)}.";
            }
        }
    }

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        var table = TableOf(given.GetValue(_of));
        var runs = MeasuredRuns.Of(table, Split(given.GetValue(_presets)), Split(given.GetValue(_ingredients)));
        var output = Path.GetFullPath(given.GetValue(SharedOptions.Output) ?? RunsFolder.Of(table));
        var plan = new TablePlan(
            output,
            [.. PlannedCommand.Written(given, SharedOptions.Device)],
            given.GetValue(_judge) is { } judge ? [$"--judge={Path.GetFullPath(judge)}"] : []
        );
        var tabulate = new PlannedCommand(
            ProgramNames.Tool,
            [
                "tabulate",
                $"--runs={output}",
                .. PlannedCommand.Written(given, _earlier),
                .. table == MeasuredRuns.Ablation ? ["--ablation"] : Array.Empty<string>(),
            ]
        );
        PlanOptions.Print(console, runs.SelectMany(plan.Commands).Append(tabulate));
        return Task.CompletedTask;
    }

    private static string TableOf(string? given) => given ?? MeasuredRuns.Reproduction;

    private static string[]? Split(string? names) => names?.Split(',');
}
