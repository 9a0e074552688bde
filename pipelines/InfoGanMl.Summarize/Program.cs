using System.CommandLine;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Models.Errors;

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
var earlier = new Option<string>("--earlier")
{
    Description =
        "JSON file of an earlier table; its runs count, too, where no run of the same preset and seed is newer.",
};
var ablation = new Option<bool>("--ablation") { Description = "Name the table ablation instead of reproduction." };
var command = new RootCommand("Writes the scores of many runs as one table.") { runs, output, earlier, ablation };
command.SetAction(parsed =>
    Summarize(
        parsed.GetValue(runs)!,
        parsed.GetValue(output)!,
        parsed.GetValue(earlier),
        parsed.GetValue(ablation) ? ReproductionTable.Ablation : ReproductionTable.Reproduction
    )
);
return await command.Parse(args).InvokeAsync();

static int Summarize(string runs, string output, string? earlier, ReproductionTable table)
{
    try
    {
        var measured = ReproducedRun.ReadAll(runs);
        var presets = ReproducedPreset.Group(
            earlier is null ? measured : ReproducedRun.Update(ReproducedRun.ReadTable(earlier), measured)
        );
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
