using System.Diagnostics;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.ExportCheck;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Evaluation.Sorted;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Inference;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation;

/// <summary>What came out of an evaluation.</summary>
/// <param name="Model">The model, with the scores in its manifest when these were to be written there.</param>
/// <param name="Metrics">The figures.</param>
/// <param name="Pictures">What there is to look at.</param>
/// <param name="Answers">What Q says of every picture; empty where the images are not of pictures.</param>
public sealed record EvaluationResult(
    ModelFolder Model,
    EvaluationMetrics Metrics,
    EvaluationPictures Pictures,
    IReadOnlyList<PictureAnswer> Answers
)
{
    /// <summary>Name of a category of the first categorical code: the class matched to it; null where there is none.</summary>
    public string? NameOf(int category) =>
        Metrics.Sorting?.Classes is { } classes && classes.ClassOf[category] is >= 0 and var matched
            ? classes.Names[matched]
            : null;
}

/// <summary>One evaluation of a model on images, with what its training left beside it (<see cref="TrainingTraces"/>).</summary>
/// <param name="model">The model.</param>
/// <param name="data">Images to score it on.</param>
/// <param name="options">How it is scored.</param>
/// <param name="clock">Source of the time that figures are measured with.</param>
public sealed class EvaluationRun(ModelFolder model, ImageDataset data, EvaluationOptions options, TimeProvider clock)
{
    private static readonly int[] LabelCounts = [10, 100, 1000, 10_000];

    /// <summary>Checks parity and scores.</summary>
    /// <param name="updateCard">Whether the scores are written into the model folder too.</param>
    /// <param name="progress">Receives a line before each part.</param>
    /// <param name="cancellation">Stops between two parts; nothing has been written then.</param>
    /// <exception cref="ParityException">The exported graphs compute something else than training did.</exception>
    /// <exception cref="EvaluationException">The data do not fit the model.</exception>
    public EvaluationResult Run(bool updateCard, IProgress<ActivityReport> progress, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        if (options.LabelEfficiency) // before anything takes time
        {
            LabeledSubset.RequireLabels(data.Train);
            LabeledSubset.RequireLabels(data.Test);
        }

        var traces = TrainingTraces.Beside(model.FolderPath);
        var parity = traces.References is { } references
            ? Parity.Measure(model, references, options.Device).Checked()
            : null;
        var (findings, provider) = Score(progress, cancellation);
        // Of a start nothing but its accuracy is of interest, which takes labels.
        IReadOnlyList<StartScore> starts =
            traces.Starts is { } folder && data.Test.IsLabeled ? StartScores.MeasureAll(folder, data, options) : [];
        var labelEfficiency = MeasureLabelEfficiency(progress, cancellation);
        var metrics = Describe(findings) with
        {
            Starts = starts,
            LabelEfficiency = labelEfficiency,
            History = traces.ReadHistory(),
            CategoryTrials = traces.ReadCategories(),
            ParityMaxAbsDiff = parity?.Worst.MaxAbsDiff,
            EvaluationSeconds = clock.GetElapsedTime(start).TotalSeconds,
            EvaluationDevice = provider.ToString(),
        };
        cancellation.ThrowIfCancellationRequested();
        return new(
            updateCard ? model.WithScores(CardScores.Of(metrics)) : model,
            metrics,
            findings.Pictures,
            findings.Answers
        );
    }

    /// <summary>What the model, the data and the scorers tell; the rest is still empty.</summary>
    private EvaluationMetrics Describe(Findings findings)
    {
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Seed = model.Manifest.Seed,
            Preset = model.Manifest.Preset,
            Dataset = model.Manifest.Dataset,
            Figures = findings.Figures,
            Notes = findings.Notes,
            TestImages = data.Test.Count,
            Training = model.Manifest.Training,
            Starts = [],
            Sorting = findings.Sorting,
            CodeEntropy = model.Latent.Categorical is [var first, ..] ? first.Entropy : null,
            CategoricalCodes = ScoredCode.Of(model.Latent),
            ContinuousCodes = [.. model.Latent.Continuous.Select(code => code.Name)],
            Factors = findings.Factors,
            Copies = findings.Copies,
            LabelEfficiency = [],
            History = [],
            Published = PublishedResult.For(data.Name),
            ParityMaxAbsDiff = null,
            EvaluationDataset = data.Name,
            EvaluationSeed = options.Seed,
            EvaluationGeneratedImages = options.GeneratedImages,
            EvaluationSeconds = 0,
            EvaluationPeakRssBytes = process.PeakWorkingSet64,
            EvaluationDevice = "",
            EvaluatedAt = clock.GetUtcNow(),
        };
    }

    /// <summary>Closes the graphs again, so that the model folder can be replaced.</summary>
    private (Findings Findings, ExecutionProvider Provider) Score(
        IProgress<ActivityReport> progress,
        CancellationToken cancellation
    )
    {
        var beside = TrainingTraces.Beside(model.FolderPath).Featurizer;
        using var evaluator = Evaluator.Open(model, options with { FeaturizerFile = options.FeaturizerFile ?? beside });
        progress.Report($"Execution provider: {evaluator.Provider}.");
        return (evaluator.Evaluate(data, progress, cancellation), evaluator.Provider);
    }

    private IReadOnlyList<LabelEfficiencyScore> MeasureLabelEfficiency(
        IProgress<ActivityReport> progress,
        CancellationToken cancellation
    ) =>
        options.LabelEfficiency
            ? new LabelEfficiency(model, data, options.Device).Measure(CountLabels(), draws: 5, progress, cancellation)
            : [];

    /// <summary>Numbers of labels that are one of each class at least, up to all that there are.</summary>
    private List<int> CountLabels()
    {
        var classes = LabeledSubset.SizesOf(data.Train).Count;
        return
        [
            .. LabelCounts.Where(count => count >= classes && count < data.Train.CountLabeled),
            data.Train.CountLabeled,
        ];
    }
}
