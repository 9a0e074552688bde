using System.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Models;
using InfoGanMl.Train;
using InfoGanMl.Training;

var preset = new Option<string>("--preset")
{
    Description = $"Recipe: {string.Join(", ", Presets.All.Select(p => p.Preset))}.",
    DefaultValueFactory = _ => Presets.Mnist.Preset,
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
    Description = "Folder with the four IDX files, plain or .gz. The preset's data set is downloaded when left out.",
};
var output = new Option<string>("--output") { Description = "New folder for the run.", Required = true };

var command = new RootCommand("Trains an InfoGAN without labels and exports G and Q to ONNX.")
{
    preset,
    seed,
    device,
    data,
    output,
};
command.SetAction(Train);

// Ctrl+C lets the current step and the export finish; the default would kill the process after two seconds.
return await command.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });

async Task<int> Train(ParseResult arguments, CancellationToken stop)
{
    try
    {
        var options = (Presets.Find(arguments.GetValue(preset)!) with { Seed = arguments.GetValue(seed) }).Validated();
        var target = TrainingDevice.Choose(arguments.GetValue(device)!);
        var folder = RunFolder.RequireNew(arguments.GetValue(output)!);
        var known = KnownDatasets.Find(options.DataSet);
        var dataset = await known.OpenAsync(
            arguments.GetValue(data),
            new ImmediateProgress<string>(Console.WriteLine),
            stop
        );
        ConsoleReport.PrintOptions(options, dataset, target, folder);

        var run = new TrainingRun(options, dataset, target, TimeProvider.System);
        var model = ConsoleReport.WithProgress(options, progress => run.Run(folder, progress, stop));

        Console.WriteLine($"Model folder: {model.FolderPath}");
        return stop.IsCancellationRequested ? Stopped($"Stopped after {model.Manifest.Training.Steps} steps.") : 0;
    }
    catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
    catch (OperationCanceledException)
    {
        return Stopped("Stopped before the first step; no model was written.");
    }
}

static int Stopped(string message)
{
    Console.Error.WriteLine(message);
    return 130; // 128 + SIGINT, as shells report it
}
