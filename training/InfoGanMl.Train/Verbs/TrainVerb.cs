using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;
using InfoGanMl.Train.Plans;
using InfoGanMl.Training;
using InfoGanMl.Training.Runs;

namespace InfoGanMl.Train.Verbs;

/// <summary>A training, new or gone on with.</summary>
internal sealed class TrainVerb()
    : Verb("train", "Trains an InfoGAN without labels and exports G and Q to ONNX; or goes on with an interrupted run.")
{
    private readonly Option<string?> _resume = OptionKinds.Text(
        "--resume",
        "Folder of a run to go on with, as it began; the other options are its own.",
        "RUN"
    );

    private readonly Option<double?> _snapshotEvery = OptionKinds.Number(
        "--snapshot-every",
        $"Seconds between two snapshots, which an interrupted run goes on from; {TrainingRun.DefaultSnapshotEvery.TotalSeconds} by default.",
        "SECONDS"
    );

    private readonly Option<bool> _schema = OptionKinds.Flag(
        "--schema",
        "Print the JSON schema of preset files, and end."
    );

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options =>
        [.. OfNewRun, _resume, _snapshotEvery, .. LibTorchOptions.All, PlanOptions.DryRun, _schema];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "--preset=mnist --seed=3",
        "--data=runs/data/photos-1f3c22aa --preset=pictures --categories=5 --output=runs/photos",
        "--resume=runs/photos",
        "--data=photos --size=64 --categories=5 --dry-run",
    ];

    /// <inheritdoc/>
    public override string WhenStopped => "the training had not begun, so no model was written";

    private static IEnumerable<Option> OfNewRun =>
        [
            .. RecipeOptions.All,
            SharedOptions.Seed,
            SharedOptions.Device,
            SharedOptions.Data,
            .. PictureOptions.All,
            SharedOptions.Output,
        ];

    /// <inheritdoc/>
    public override IEnumerable<string> FindMistakes(CommandResult given)
    {
        var ofNewRun = OfNewRun.Where(given.Has).Select(option => option.Name);
        if (given.Has(_resume) && ofNewRun.Any())
        {
            yield return $"--resume is given with {string.Join(", ", ofNewRun)}; expected it alone, as the run has options of its own.";
        }

        if (given.GetValue(_snapshotEvery) is { } seconds and not (>= 0 and <= 86400))
        {
            yield return $"--snapshot-every is {seconds}; expected 0 to 86400 seconds.";
        }

        foreach (var mistake in RecipeOptions.FindMistakes(given).Concat(PlanOptions.FindMistakes(given)))
        {
            yield return mistake;
        }
    }

    /// <inheritdoc/>
    public override async Task RunAsync(ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        if (given.GetValue(_schema))
        {
            console.WriteLine($"{PresetSchema.Create().ToJsonString(InfoGanJson.Options)}");
            return;
        }

        LibTorchOptions.Load(given);
        if (given.GetValue(_resume) is { } path)
        {
            await ResumeAsync(path, given, console, stop);
        }
        else
        {
            await BeginAsync(given, console, stop);
        }
    }

    private async Task BeginAsync(ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        var request = RequestOf(given);
        if (given.GetValue(PlanOptions.DryRun))
        {
            await console.ShowAsync(progress => PreparedRun.CheckAsync(request, progress, stop));
            PlanOptions.Print(console, TrainingPlan.New(request, given, ArgumentsOfAnyRun(given)));
            return;
        }

        using var run = await console.ShowAsync(progress =>
            PreparedRun.StartAsync(request, EveryOf(given), progress, stop)
        );
        await TrainAsync(run, console, stop);
    }

    private async Task ResumeAsync(string path, ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        using var begun = RunFolder.Open(path);
        if (given.GetValue(PlanOptions.DryRun))
        {
            PlanOptions.Print(console, TrainingPlan.Resume(begun.FolderPath, ArgumentsOfAnyRun(given)));
        }
        else if (begun.IsFinished)
        {
            console.WriteLine($"The run is finished. Model folder: {begun.ModelPath}");
        }
        else
        {
            using var run = await console.ShowAsync(progress =>
                PreparedRun.ResumeAsync(begun, EveryOf(given), progress, stop)
            );
            await TrainAsync(run, console, stop);
        }
    }

    private static async Task TrainAsync(PreparedRun run, ProgramConsole console, CancellationToken stop)
    {
        var (folder, options) = (run.Folder, run.Folder.Options);
        var goOn = $"To go on with it: {ProgramNames.Train} train --resume={folder.FolderPath}";
        new TrainingLines(console).PrintOptions(options, run.Data, run.Device, folder.FolderPath);
        try
        {
            var model = await console.ShowAsync(progress =>
            {
                run.Training.Activities = progress;
                return run.Training.Run(folder, new TrainingDisplay(options.Latent.Space, progress), stop);
            });
            console.WriteLine($"Model folder: {model.FolderPath}");
            if (stop.IsCancellationRequested)
            {
                throw new StoppedException(
                    $"Stopped after {model.Manifest.Training.Steps} of {options.TotalSteps} steps. {goOn}"
                );
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{problem.Message}\n{goOn}", problem);
        }
    }

    private static RunRequest RequestOf(ParseResult given)
    {
        var preset = RecipeOptions.PresetOf(given);
        var seed = given.GetValue(SharedOptions.Seed) ?? SharedOptions.DefaultSeed;
        return new(
            preset,
            RecipeOptions.ChangesOf(given),
            seed,
            given.GetValue(SharedOptions.Device) ?? Device.Auto,
            PictureSource.Of(given) is null ? given.GetValue(SharedOptions.Data) : null,
            PictureSource.Of(given),
            given.GetValue(SharedOptions.Output) ?? RunsFolder.NewOf($"{NameOf(preset, given)}-seed-{seed}")
        );
    }

    /// <summary>What a run is called: as its preset, which may be a file, or else as its images.</summary>
    private static string NameOf(string? preset, ParseResult given) =>
        Path.GetFileNameWithoutExtension(
            preset ?? Path.TrimEndingDirectorySeparator(Path.GetFullPath(given.GetValue(SharedOptions.Data)!))
        );

    private TimeSpan EveryOf(ParseResult given) =>
        given.GetValue(_snapshotEvery) is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : TrainingRun.DefaultSnapshotEvery;

    private IEnumerable<string> ArgumentsOfAnyRun(ParseResult given) =>
        [.. PlannedCommand.Written(given, _snapshotEvery), .. LibTorchOptions.Written(given)];
}
