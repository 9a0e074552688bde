using System.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;
using InfoGanMl.Training.Judging;
using InfoGanMl.TrainJudge;

var seed = new Option<int>("--seed")
{
    Description = "Seed of weights, batches and augmentations.",
    DefaultValueFactory = _ => new JudgeOptions().Seed,
};
var name = new Option<string>("--dataset")
{
    Description = $"Data set to learn: {string.Join(", ", KnownDatasets.All.Select(known => known.Name))}.",
    DefaultValueFactory = _ => KnownDatasets.All[0].Name,
};
var data = new Option<string?>("--data")
{
    Description = "Folder with the four IDX files, plain or .gz. The data set is downloaded and cached when left out.",
};
var output = new Option<string>("--output") { Description = "ONNX file to write or replace.", Required = true };

var command = new RootCommand("Trains a judge of generated images from real, labeled ones and exports it to ONNX.")
{
    name,
    seed,
    data,
    output,
};
command.SetAction(TrainJudge);
return await command.Parse(args).InvokeAsync();

async Task<int> TrainJudge(ParseResult arguments, CancellationToken stop)
{
    try
    {
        var file = Path.GetFullPath(arguments.GetValue(output)!);
        var dataset = await KnownDatasets.OpenAsync(
            arguments.GetValue(name)!,
            arguments.GetValue(data),
            new ImmediateProgress<string>(Console.WriteLine),
            stop
        );
        var options = JudgeOptions.For(dataset.Name) with { Seed = arguments.GetValue(seed) };
        ConsoleOutput.PrintOptions(options, dataset, file);

        var score = new JudgeTraining(options, dataset).Run(file, new ConsoleOutput(TimeProvider.System), stop);

        ConsoleOutput.PrintScore(score, file);
        return 0;
    }
    catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("Stopped; no judge was written.");
        return 130; // 128 + SIGINT, as shells report it
    }
}
