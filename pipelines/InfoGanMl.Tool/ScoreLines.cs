using System.Globalization;
using InfoGanMl.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Models;

namespace InfoGanMl.Tool;

/// <summary>Shows an evaluation as plain lines.</summary>
/// <param name="console">Receives them as results.</param>
internal sealed class ScoreLines(ProgramConsole console)
{
    private const int NameWidth = 44;

    /// <summary>Prints what is about to be scored.</summary>
    public void PrintOptions(IReadOnlyList<ModelFolder> models, ImageDataset data, EvaluationOptions options)
    {
        foreach (var model in models)
        {
            var manifest = model.Manifest;
            Print($"Model  {model.FolderPath}");
            Print($"       preset {manifest.Preset}, seed {manifest.Seed}, trained on {manifest.Dataset}");
        }

        var labels = data.Test.IsLabeled ? "with labels" : "without labels";
        Print($"Data   {data.Name}, {data.Test.Count} test images of {data.Test.Format}, {labels}");
        Print($"Seed   {options.Seed}, {options.GeneratedImages} generated images, {options.Labels} labels");
    }

    /// <summary>Prints the figures as a table.</summary>
    public void PrintScores(EvaluationMetrics metrics)
    {
        Print($"");
        PrintRow("Execution provider", metrics.EvaluationDevice);
        if (metrics.Sorting is null)
        {
            PrintRow("Categories", "none: the model has no categorical code, so it sorts nothing");
        }

        foreach (var figure in metrics.Figures.On(Shown.Console))
        {
            PrintRow(figure.Title, Describe(figure, metrics.Figures.OfRealImages(figure)));
        }

        foreach (var start in metrics.Starts)
        {
            PrintRow(
                $"Start, {start.Steps} steps",
                Invariant($"{start.Information:F3} nats, {start.AccuracyOneToOne:P2}")
            );
        }

        foreach (var row in metrics.LabelEfficiency)
        {
            PrintRow(
                $"Error, {row.Labels} labels, {row.Classifier}",
                Invariant($"{row.Errors.Average():P2}, at most {row.Errors.Max():P2}")
            );
        }

        PrintRow("Parity with training", DescribeParity(metrics.ParityMaxAbsDiff));
        foreach (var note in metrics.Notes)
        {
            console.WriteLine($"{note}");
        }

        Print($"");
    }

    private static string Describe(Figure figure, Figure? real) =>
        FigureText.Value(figure) + (real is null ? "" : $" (real images {FigureText.Value(real)})");

    private static string DescribeParity(double? difference) =>
        difference is null ? "not measured: no references beside the model" : Invariant($"{difference:G2} at most");

    private void PrintRow(string name, string value) => Print($"{name, -NameWidth} {value}");

    private void Print(FormattableString line) => console.WriteLine(line);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
