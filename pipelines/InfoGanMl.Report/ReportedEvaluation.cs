using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Evaluation.Sorted;
using InfoGanMl.Models;

namespace InfoGanMl.Report;

/// <summary>Evaluates models on the same images and writes a report of each, and one that compares them where there are several.</summary>
/// <param name="models">At least one.</param>
/// <param name="data">Images to score them on.</param>
/// <param name="options">How they are scored.</param>
/// <param name="clock">Source of the time that figures are measured with.</param>
/// <param name="folders">Whether a folder of links for each category is made, too, where the images are of pictures.</param>
public sealed class ReportedEvaluation(
    IReadOnlyList<ModelFolder> models,
    ImageDataset data,
    EvaluationOptions options,
    TimeProvider clock,
    bool folders = false
)
{
    /// <summary>Evaluates every model before anything is written.</summary>
    /// <param name="output">
    /// Where the report and metrics of one model go; of several, the comparison, and a folder for each model named by preset
    /// and seed.
    /// </param>
    /// <param name="updateCards">Whether the scores are written into the model folders too.</param>
    /// <param name="progress">Receives a line before each part.</param>
    /// <param name="cancellation">Stops between two parts; nothing has been written then.</param>
    /// <returns>The figures of each model.</returns>
    /// <exception cref="EvaluationException">The data do not fit a model, or the models learned from different data.</exception>
    /// <exception cref="IOException">The output is a file, which is found before anything is evaluated, or cannot be written.</exception>
    public IReadOnlyList<EvaluationMetrics> Run(
        string output,
        bool updateCards,
        IProgress<ActivityReport> progress,
        CancellationToken cancellation
    )
    {
        RequireSameData();
        RequireFiles();
        ReportFolder.RequirePossible(output);
        var results = models
            .Select(model => new EvaluationRun(model, data, options, clock).Run(updateCards, progress, cancellation))
            .ToList();
        if (results is [var only])
        {
            Write(output, only);
        }
        else
        {
            Compare(output, results, progress, cancellation);
        }

        return [.. results.Select(result => result.Metrics)];
    }

    /// <summary>Before anything takes time: a picture in a file of many has nothing that a link could lead to.</summary>
    private void RequireFiles()
    {
        if (
            folders
            && data.Pictures is { TestPictures: [var first, ..] } pictures
            && !File.Exists(Path.Combine(pictures.Root, first))
        )
        {
            throw new EvaluationException(
                $"no file {first} in {pictures.Root}",
                "a file for each picture, which a link in a folder of its category can lead to",
                "Do without folders: sorted.csv lists every picture."
            );
        }
    }

    private void Write(string folder, EvaluationResult result)
    {
        ReportFolder.Write(folder, result, data.Pictures?.Skipped ?? []);
        if (folders && data.Pictures is { } pictures && result.Model.Latent.Categorical.Count > 0)
        {
            CategoryFolders.Write(
                Path.Combine(folder, CategoryFolders.Name),
                result.Answers,
                pictures.Root,
                result.NameOf
            );
        }
    }

    private void Compare(
        string output,
        IReadOnlyList<EvaluationResult> results,
        IProgress<ActivityReport> progress,
        CancellationToken cancellation
    )
    {
        progress.Report($"Comparing how {models.Count} models sort the test images.");
        var agreement = RunAgreement.Measure(models, data.Test, options.Device, cancellation);
        var runs = NameAll(results);
        foreach (var (run, result) in runs.Zip(results))
        {
            Write(Path.Combine(output, run.Name), result);
        }

        ReportFolder.Write(output, new RunComparison(runs, agreement));
    }

    /// <summary>By preset and seed; a further model of the same ones gets a number.</summary>
    private static List<ComparedRun> NameAll(IReadOnlyList<EvaluationResult> results)
    {
        var runs = new List<ComparedRun>();
        foreach (var result in results)
        {
            var name = $"{result.Metrics.Preset}-seed-{result.Metrics.Seed}";
            var same = runs.Count(run => run.Name == name || run.Name.StartsWith(name + "-", StringComparison.Ordinal));
            runs.Add(
                new(
                    same == 0 ? name : $"{name}-{same + 1}",
                    result.Metrics,
                    File.ReadAllBytes(result.Model.PreviewPath)
                )
            );
        }

        return runs;
    }

    private void RequireSameData()
    {
        var learned = models.Select(model => model.Manifest.Dataset).Distinct().ToList();
        if (learned.Count > 1)
        {
            throw new EvaluationException(
                $"models that learned from {string.Join(" and ", learned)}",
                "models that learned from the same data",
                "Compare models of the same data set."
            );
        }
    }
}
