using System.CommandLine;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Models;

var runs = new Option<string>("--runs")
{
    Description = "Folder whose folders hold a metrics.json each.",
    Required = true,
};
var output = new Option<string>("--output")
{
    Description = "Folder for reproduction.json and reproduction.md.",
    Required = true,
};
var command = new RootCommand("Writes the scores of many runs as one table.") { runs, output };
command.SetAction(parsed => Summarize(parsed.GetValue(runs)!, parsed.GetValue(output)!));
return await command.Parse(args).InvokeAsync();

static int Summarize(string runs, string output)
{
    try
    {
        var presets = ReproducedPreset.Group(ReproducedRun.ReadAll(runs));
        ReproductionTable.Write(output, presets);
        Console.WriteLine(ReproductionTable.ToMarkdown(presets));
        return 0;
    }
    catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
}
