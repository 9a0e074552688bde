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
    Description = "Folder for the table, as JSON and Markdown.",
    Required = true,
};
var ablation = new Option<bool>("--ablation") { Description = "Name the table ablation instead of reproduction." };
var command = new RootCommand("Writes the scores of many runs as one table.") { runs, output, ablation };
command.SetAction(parsed =>
    Summarize(
        parsed.GetValue(runs)!,
        parsed.GetValue(output)!,
        parsed.GetValue(ablation) ? ReproductionTable.Ablation : ReproductionTable.Reproduction
    )
);
return await command.Parse(args).InvokeAsync();

static int Summarize(string runs, string output, ReproductionTable table)
{
    try
    {
        var presets = ReproducedPreset.Group(ReproducedRun.ReadAll(runs));
        table.Write(output, presets);
        Console.WriteLine(table.ToMarkdown(presets));
        return 0;
    }
    catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
}
