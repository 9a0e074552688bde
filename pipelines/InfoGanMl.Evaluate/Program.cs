using System.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluate;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Folder;
using InfoGanMl.Report;

var models = new Option<string[]>("--model")
{
    Description = "Model folder to score; given more than once, the models are compared.",
    Required = true,
};
var data = new Option<string?>("--data")
{
    Description =
        "Folder with IDX files as MNIST's, plain or .gz; labels may be missing; InfoGanMl.Prepare makes them of pictures. The data set of the training is downloaded when left out.",
};
var output = new Option<string>("--output")
{
    Description = "Folder for report.html and metrics.json.",
    Required = true,
};
var device = new Option<string>("--device")
{
    Description = "Where to run: auto, cpu, cuda.",
    DefaultValueFactory = _ => "auto",
};
device.AcceptOnlyFromAmong("auto", "cpu", "cuda");
var judge = new Option<string?>("--judge")
{
    Description =
        "ONNX file of a judge of these images (InfoGanMl.TrainJudge). The one that is shipped for the data set when left out.",
};
var labelEfficiency = new Option<bool>("--label-efficiency")
{
    Description = "Measure how many labels classifiers need on Q's outputs, on principal components and on pixels.",
};
var updateCard = new Option<bool>("--update-card") { Description = "Write the scores into the model folder too." };

var command = new RootCommand("Scores trained InfoGANs from their exported files, and writes a report.")
{
    models,
    data,
    output,
    device,
    judge,
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
        List<ModelFolder> folders = [.. arguments.GetValue(models)!.Select(ModelFolder.Open)];
        var options = new EvaluationOptions
        {
            Device = Enum.Parse<Device>(arguments.GetValue(device)!, ignoreCase: true),
            JudgeFile = arguments.GetValue(judge),
            LabelEfficiency = arguments.GetValue(labelEfficiency),
        };
        var progress = new ImmediateProgress<string>(Console.WriteLine);
        var own = arguments.GetValue(data);
        var images = own is null
            ? await KnownDatasets.TrainedOn(folders[0]).OpenAsync(progress, stop)
            : await KnownDatasets.OpenAsync(folders[0].Manifest.Options, own, progress, stop);
        ConsoleOutput.PrintOptions(folders, images, options);

        var evaluation = new ReportedEvaluation(folders, images, options, TimeProvider.System);
        var target = Path.GetFullPath(arguments.GetValue(output)!);
        foreach (var metrics in evaluation.Run(target, arguments.GetValue(updateCard), progress, stop))
        {
            ConsoleOutput.PrintScores(metrics);
        }

        Console.WriteLine($"Report {Path.Combine(target, ReportFolder.PageName)}");
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
