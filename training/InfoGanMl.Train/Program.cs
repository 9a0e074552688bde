using System.CommandLine;
using System.Globalization;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;
using InfoGanMl.Train;
using InfoGanMl.Training;
using InfoGanMl.Training.Runs;

const int Interrupted = 130; // 128 + SIGINT, as shells report it

var preset = new Option<string>("--preset")
{
    Description =
        $"Recipe: {string.Join(", ", Presets.All.Select(p => p.Preset))}, or a JSON file (models/preset.schema.json).",
    DefaultValueFactory = _ => Presets.Mnist.Preset,
};
var categories = new Option<string?>("--categories")
{
    Description = "Number of categories, instead of the preset's; with several categorical codes, of each: 10,5.",
    HelpName = "K",
};
var continuous = new Option<int?>("--continuous")
{
    Description = "Number of continuous codes, instead of the preset's.",
    HelpName = "M",
};
var mirror = new Option<bool?>("--mirror") { Description = "Whether the mirror image of a thing is the same thing." };
var rotation = new Option<double?>("--rotation")
{
    Description = "Degrees by which a thing can be turned and be the same: 0 to 180.",
    HelpName = "DEGREES",
};
var seed = new Option<int>("--seed")
{
    Description = "Seed of weights, latents, batches and augmentation.",
    DefaultValueFactory = _ => Presets.Mnist.Seed,
};
var device = new Option<string>("--device")
{
    Description = $"Where to train: {string.Join(", ", TrainingDevice.Names)}.",
    DefaultValueFactory = _ => TrainingDevice.Names[0],
};
var data = new Option<string?>("--data")
{
    Description =
        "Folder with the four IDX files, plain or .gz; InfoGanMl.Prepare makes them of pictures. The preset's data set is downloaded when left out.",
};
var output = new Option<string?>("--output") { Description = "New folder for the run." };
var schema = new Option<bool>("--schema") { Description = "Print the JSON schema of preset files, and end." };
var resume = new Option<string?>("--resume")
{
    Description = "Folder of a run to go on with, as it began; the other options are its own.",
};
var snapshotEvery = new Option<double>("--snapshot-every")
{
    Description = "Seconds between two snapshots, which an interrupted run goes on from.",
    DefaultValueFactory = _ => TrainingRun.DefaultSnapshotEvery.TotalSeconds,
};

var command = new RootCommand("Trains an InfoGAN without labels and exports G and Q to ONNX.")
{
    preset,
    categories,
    continuous,
    mirror,
    rotation,
    seed,
    device,
    data,
    output,
    resume,
    snapshotEvery,
    schema,
};
command.Validators.Add(found =>
{
    if (found.GetValue(schema))
    {
        return;
    }

    Option[] ofRun = [preset, categories, continuous, mirror, rotation, seed, device, data, output];
    var given = ofRun.Where(option => found.GetResult(option) is { Implicit: false }).Select(option => option.Name);
    if (found.GetResult(resume) is null ? found.GetResult(output) is null : given.Any())
    {
        found.AddError(
            found.GetResult(resume) is null
                ? "There is no --output; expected a new folder for the run, or --resume with that of a run to go on with."
                : $"--resume is given with {string.Join(", ", given)}; expected it alone, as the run has options of its own."
        );
    }

    if (found.GetValue(categories) is { } sizes && !sizes.Split(',').All(size => int.TryParse(size, out _)))
    {
        found.AddError($"--categories is {sizes}; expected a number, or several as in 10,5.");
    }

    if (found.GetValue(snapshotEvery) is not (>= 0 and <= 86400))
    {
        found.AddError($"--snapshot-every is {found.GetValue(snapshotEvery)}; expected 0 to 86400 seconds.");
    }
});
command.SetAction(Train);

// Ctrl+C lets the current step and the export finish; the default would kill the process after two seconds.
return await command.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });

async Task<int> Train(ParseResult arguments, CancellationToken stop)
{
    if (arguments.GetValue(schema))
    {
        Console.WriteLine(PresetSchema.Create().ToJsonString(InfoGanJson.Options));
        return 0;
    }

    try
    {
        using var begun = arguments.GetValue(resume) is { } path ? RunFolder.Open(path) : null;
        if (begun is { IsFinished: true })
        {
            Console.WriteLine($"The run is finished. Model folder: {begun.ModelPath}");
            return 0;
        }

        using var run = await PrepareAsync(arguments, begun, stop);
        return TrainIn(run, stop);
    }
    catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("Stopped before the first step; no model was written.");
        return Interrupted;
    }
}

Task<PreparedRun> PrepareAsync(ParseResult arguments, RunFolder? begun, CancellationToken stop)
{
    var progress = new ImmediateProgress<string>(Console.WriteLine);
    var every = TimeSpan.FromSeconds(arguments.GetValue(snapshotEvery));
    if (begun is not null)
    {
        return PreparedRun.ResumeAsync(begun, every, progress, stop);
    }

    var request = new RunRequest(
        arguments.GetValue(preset)!,
        new(
            arguments
                .GetValue(categories)
                ?.Split(',')
                .Select(size => int.Parse(size, CultureInfo.InvariantCulture))
                .ToList(),
            arguments.GetValue(continuous),
            arguments.GetValue(mirror),
            arguments.GetValue(rotation)
        ),
        arguments.GetValue(seed),
        arguments.GetValue(device)!,
        arguments.GetValue(data),
        arguments.GetValue(output)!
    );
    return PreparedRun.StartAsync(request, every, progress, stop);
}

static int TrainIn(PreparedRun run, CancellationToken stop)
{
    var (options, folder) = (run.Folder.Options, run.Folder);
    ConsoleOutput.PrintOptions(options, run.Data, run.Device, folder.FolderPath);
    try
    {
        var model = ConsoleOutput.WithProgress(options, progress => run.Training.Run(folder, progress, stop));
        Console.WriteLine($"Model folder: {model.FolderPath}");
        if (!stop.IsCancellationRequested)
        {
            return 0;
        }

        Console.Error.WriteLine($"Stopped after {model.Manifest.Training.Steps} of {options.TotalSteps} steps.");
        ShowHowToResume(folder);
        return Interrupted;
    }
    catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        ShowHowToResume(folder);
        return 1;
    }
}

static void ShowHowToResume(RunFolder folder) =>
    Console.Error.WriteLine($"To go on with it: dotnet cake --target=Train --resume={folder.FolderPath}");
