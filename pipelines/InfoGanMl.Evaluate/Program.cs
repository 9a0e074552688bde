using System.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluate;
using InfoGanMl.Evaluation;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Folder;

var model = new Option<string>("--model") { Description = "Model folder to score.", Required = true };
var data = new Option<string?>("--data")
{
    Description =
        "Folder with the four IDX files, plain or .gz. The data set of the training is downloaded when left out.",
};
var output = new Option<string>("--output") { Description = "Folder for metrics.json.", Required = true };
var references = new Option<string?>("--references")
{
    Description =
        $"Reference tensors of the training; fails when the exported files differ by more than {Parity.Tolerance}.",
};
var starts = new Option<string?>("--starts")
{
    Description = "Starts of the training that the model was chosen from; each is scored for the table of that choice.",
};
var device = new Option<string>("--device")
{
    Description = "Where to run: auto, cpu, cuda.",
    DefaultValueFactory = _ => "auto",
};
device.AcceptOnlyFromAmong("auto", "cpu", "cuda");
var labelEfficiency = new Option<bool>("--label-efficiency")
{
    Description = "Measure how many labels classifiers need on Q's outputs, on principal components and on pixels.",
};
var updateCard = new Option<bool>("--update-card") { Description = "Write the scores into the model folder too." };

var command = new RootCommand("Scores a trained InfoGAN from its exported files.")
{
    model,
    data,
    output,
    references,
    starts,
    device,
    labelEfficiency,
    updateCard,
};
command.SetAction(Evaluate);

var parsed = command.Parse(args);

// Ctrl+C lets the current part finish; the default would kill the process after two seconds, perhaps while it writes.
var configuration = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
};
var exitCode = await parsed.InvokeAsync(configuration);
return parsed.Errors.Count > 0 ? 2 : exitCode;

async Task<int> Evaluate(ParseResult arguments, CancellationToken stop)
{
    try
    {
        var folder = ModelFolder.Open(arguments.GetValue(model)!);
        var options = new EvaluationOptions
        {
            Device = Enum.Parse<Device>(arguments.GetValue(device)!, ignoreCase: true),
            LabelEfficiency = arguments.GetValue(labelEfficiency),
        };
        var progress = new ImmediateProgress<string>(Console.WriteLine);
        var own = arguments.GetValue(data);
        var dataset = own is null
            ? KnownDatasets.TrainedOn(folder)
            : KnownDatasets.Find(folder.Manifest.Options.DataSet);
        var images = await dataset.OpenAsync(own, progress, stop);
        ConsoleReport.PrintOptions(folder, images, options);

        var run = new EvaluationRun(folder, images, options, TimeProvider.System);
        var metrics = Path.Combine(arguments.GetValue(output)!, "metrics.json");
        var traces = new TrainingTraces(arguments.GetValue(references), arguments.GetValue(starts));
        var result = run.Run(metrics, traces, arguments.GetValue(updateCard), progress, stop);

        ConsoleReport.PrintScores(result);
        Console.WriteLine($"Metrics {Path.GetFullPath(metrics)}");
        return 0;
    }
    catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("Stopped; nothing was written.");
        return 130; // 128 + SIGINT, as shells report it
    }
}
