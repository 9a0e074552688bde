using System.Globalization;
using InfoGanMl.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Models;

namespace InfoGanMl.Tool;

/// <summary>Shows an evaluation as plain lines.</summary>
/// <param name="console">Receives them as results.</param>
internal sealed class ScoreLines(ProgramConsole console)
{
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

    /// <summary>Prints the scores as a table.</summary>
    public void PrintScores(EvaluationMetrics metrics)
    {
        var scores = metrics.Scores;
        Print($"");
        Print($"execution provider               {metrics.EvaluationDevice}");
        if (metrics.Sorting is { } sorting)
        {
            PrintSorting(scores, sorting);
        }
        else
        {
            Print($"categories                       none: the model has no categorical code, so it sorts nothing");
        }

        PrintContinuousCodes(metrics);
        if (metrics.Factors is { } factors)
        {
            Print($"MIG of known factors             {factors.MutualInformationGap:F3}");
            Print($"SAP of known factors             {factors.SeparatedAttributePredictability:F3}");
            Print($"FactorVAE score                  {factors.FactorVae:F3}");
            Print(
                $"DCI: disentangled, complete      {factors.Dci.Disentanglement:F3}, {factors.Dci.Completeness:F3}, informative {factors.Dci.Informativeness:F3}"
            );
            Print($"modularity, explicitness         {factors.Modularity:F3}, {factors.Explicitness:F3}");
        }

        if (scores.Samples is { } samples)
        {
            PrintSamples(samples);
        }

        foreach (var start in metrics.Starts)
        {
            Print(
                $"start, {start.Steps, 5} steps               {start.Information:F3} nats, {start.AccuracyOneToOne:P2}"
            );
        }

        foreach (var row in metrics.LabelEfficiency)
        {
            var errors = row.Errors;
            Print(
                $"error, {row.Labels, 4} labels, {row.Classifier, -26} {errors.Average():P2}, at most {errors.Max():P2}"
            );
        }

        if (scores.DownstreamAccuracy100Labels is { } downstream)
        {
            Print($"linear classifier, 100 labels    {downstream:P2}");
        }

        Print($"parity with training             {DescribeParity(metrics.ParityMaxAbsDiff)}");
        Print($"");
    }

    private void PrintSorting(Scores scores, SortingScores sorting)
    {
        if (sorting.Classes is not null)
        {
            Print($"one-to-one accuracy              {scores.AccuracyOneToOne:P2}");
            Print($"purity                           {scores.Purity:P2}");
            Print($"NMI                              {scores.Nmi:F4}");
            Print($"ARI                              {scores.Ari:F4}");
        }

        Print($"images that stay when moved      {sorting.Categories.Consistency:P2}");
        Print($"images that Q is sure of         {sorting.Categories.SureShare:P2}");
        Print($"L_I of H(c), nats                {scores.MutualInformation:F3} of {scores.CodeEntropy:F3}");
        foreach (var code in scores.CategoricalCodes)
        {
            var accuracy = code.AccuracyOneToOne is { } share
                ? Invariant($", accuracy {share:P2}, NMI {code.Nmi:F4}")
                : "";
            Print(
                $"{"  of " + code.Code, -32} {code.MutualInformation:F3} of {code.CodeEntropy:F3}, used {code.MarginalEntropy:F3}{accuracy}"
            );
        }
    }

    private void PrintContinuousCodes(EvaluationMetrics metrics)
    {
        foreach (var (code, r2) in metrics.ContinuousCodes.Zip(metrics.Scores.ContinuousR2))
        {
            Print($"{"R² of " + code, -32} {r2:F3}");
        }

        foreach (var meaning in metrics.Scores.CodeMeanings)
        {
            var name = $"rank correlation {meaning.Code}, {meaning.Property}";
            var within = meaning.SpearmanWithinCategory is { } mean ? Invariant($", within categories {mean:F2}") : "";
            Print($"{name, -32} {meaning.Spearman:F2}{within}");
        }
    }

    private void PrintSamples(SampleScores samples)
    {
        if (samples.Agreement is { } agreement)
        {
            Print($"samples that show their category {agreement:P2}, at least {samples.LeastCategoryAgreement:P2}");
        }

        Print($"precision, recall of samples     {samples.Precision:F3}, {samples.Recall:F3}");
        Print($"  of real images                 {samples.RealPrecision:F3}, {samples.RealRecall:F3}");
        Print($"kernel distance of samples       {samples.KernelDistance:F4}");
        Print($"  of real images                 {samples.RealKernelDistance:F4}");
        Print($"Fréchet distance of samples      {samples.FrechetDistance:F2}");
        Print($"  of real images                 {samples.RealFrechetDistance:F2}");
        if (samples.LeastSpread is { } spread)
        {
            Print($"least spread within a category   {spread:F2} of that of real images");
        }
    }

    private static string DescribeParity(double? difference) =>
        difference is null ? "not measured: no references beside the model" : Invariant($"{difference:G2} at most");

    private void Print(FormattableString line) => console.WriteLine(line);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
