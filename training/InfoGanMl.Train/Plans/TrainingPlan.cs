using System.CommandLine;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;

namespace InfoGanMl.Train.Plans;

/// <summary>What a training consists of: preparing pictures, training, scoring.</summary>
internal static class TrainingPlan
{
    /// <summary>A new run, from images to scores.</summary>
    public static IEnumerable<PlannedCommand> New(RunRequest request, ParseResult given, IEnumerable<string> ofAnyRun)
    {
        var run = Path.GetFullPath(request.Output);
        var changes = RecipeOptions.Changes.SelectMany(option => PlannedCommand.Written(given, option));
        var device = PlannedCommand.Written(given, SharedOptions.Device).ToList();
        return
        [
            .. Prepare(given),
            new(
                ProgramNames.Train,
                [
                    "train",
                    .. request.Preset is { } preset ? [$"--preset={preset}"] : Array.Empty<string>(),
                    .. changes,
                    $"--seed={request.Seed}",
                    .. device,
                    .. DataOf(given),
                    $"--output={run}",
                    .. ofAnyRun,
                ]
            ),
            Evaluate(run, device),
        ];
    }

    /// <summary>A run that goes on, to scores.</summary>
    public static IEnumerable<PlannedCommand> Resume(string run, IEnumerable<string> ofAnyRun) =>
        [new(ProgramNames.Train, ["train", $"--resume={run}", .. ofAnyRun]), Evaluate(run, [])];

    /// <summary>A judge.</summary>
    public static IEnumerable<PlannedCommand> Judge(ParseResult given, string output, IEnumerable<string> options) =>
        [
            .. Prepare(given),
            new(
                ProgramNames.Train,
                [
                    "judge",
                    .. PlannedCommand.Written(given, SharedOptions.Dataset),
                    .. DataOf(given),
                    .. PlannedCommand.Written(given, SharedOptions.Seed),
                    .. options,
                    $"--output={output}",
                    .. LibTorchOptions.Written(given),
                ]
            ),
        ];

    /// <summary>The scores of a run, into its folder.</summary>
    public static PlannedCommand Evaluate(string run, IEnumerable<string> options) =>
        new(ProgramNames.Tool, ["evaluate", $"--run={run}", .. options]);

    private static IEnumerable<PlannedCommand> Prepare(ParseResult given) =>
        PictureSource.Of(given) is not { } pictures
            ? []
            :
            [
                new(
                    ProgramNames.Tool,
                    [
                        "data",
                        $"--data={pictures.Path}",
                        .. PictureOptions.All.SelectMany(option => PlannedCommand.Written(given, option)),
                        $"--output={pictures.DefaultOutput()}",
                    ]
                ),
            ];

    private static IEnumerable<string> DataOf(ParseResult given) =>
        PictureSource.Of(given) is { } pictures ? [$"--data={pictures.DefaultOutput()}"]
        : given.GetValue(SharedOptions.Data) is { } data ? [$"--data={Path.GetFullPath(data)}"]
        : [];
}
