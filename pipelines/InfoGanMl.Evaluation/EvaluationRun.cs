using System.Diagnostics;
using InfoGanMl.Datasets;
using InfoGanMl.Inference;
using InfoGanMl.Models.Folder;

namespace InfoGanMl.Evaluation;

/// <summary>What came out of an evaluation, and what it took.</summary>
public sealed record EvaluationResult
{
    /// <summary>The model, with the scores in its manifest when these were to be written there.</summary>
    public required ModelFolder Model { get; init; }

    /// <summary>Name of the data that it was scored on.</summary>
    public required string TestDataSet { get; init; }

    /// <summary>How it scores.</summary>
    public required Scores Scores { get; init; }

    /// <summary>How far ONNX Runtime is from TorchSharp; null without reference tensors.</summary>
    public required Parity? Parity { get; init; }

    /// <summary>How the starts score that the training chose from; empty where it had only one.</summary>
    public required IReadOnlyList<StartScore> Starts { get; init; }

    /// <summary>How many labels classifiers need, with Q and without; empty unless asked for.</summary>
    public required IReadOnlyList<LabelEfficiencyScore> LabelEfficiency { get; init; }

    /// <summary>What the graphs really ran on.</summary>
    public required ExecutionProvider Provider { get; init; }

    /// <summary>How it was scored.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>Wall-clock seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Largest resident memory of the process, in bytes.</summary>
    public required long PeakRssBytes { get; init; }
}

/// <summary>What a training leaves beside its model for the evaluation.</summary>
/// <param name="References">Folder of reference tensors, or null to leave parity out.</param>
/// <param name="Starts">Folder of the starts that it chose from, or null where there was only one.</param>
public sealed record TrainingTraces(string? References = null, string? Starts = null);

/// <summary>One evaluation from a model and images to a metrics file.</summary>
/// <param name="model">The model.</param>
/// <param name="data">Images to score it on.</param>
/// <param name="options">How it is scored.</param>
/// <param name="clock">Source of the time that figures are measured with.</param>
public sealed class EvaluationRun(ModelFolder model, ImageDataset data, EvaluationOptions options, TimeProvider clock)
{
    /// <summary>Checks parity, scores, and writes what came out.</summary>
    /// <param name="metricsPath">The metrics file; replaced when it exists.</param>
    /// <param name="traces">What the training left for this.</param>
    /// <param name="updateCard">Whether the scores are written into the model folder too.</param>
    /// <param name="progress">Receives a line before each part.</param>
    /// <param name="cancellation">Stops between two parts; nothing has been written then.</param>
    /// <exception cref="ParityException">The exported graphs compute something else than training did.</exception>
    /// <exception cref="EvaluationException">The data do not fit the model.</exception>
    public EvaluationResult Run(
        string metricsPath,
        TrainingTraces traces,
        bool updateCard,
        IProgress<string> progress,
        CancellationToken cancellation
    )
    {
        var start = clock.GetTimestamp();
        var parity = traces.References is { } references
            ? Parity.Measure(model, references, options.Device).Checked()
            : null;
        var (scores, provider) = Score(progress, cancellation);
        IReadOnlyList<StartScore> starts = traces.Starts is { } folder
            ? StartScore.MeasureAll(folder, data, options)
            : [];
        IReadOnlyList<LabelEfficiencyScore> labelEfficiency = options.LabelEfficiency
            ? new LabelEfficiency(model, data, options.Device).Measure(
                [10, 100, 1000],
                draws: 5,
                progress,
                cancellation
            )
            : [];
        cancellation.ThrowIfCancellationRequested();

        using var process = Process.GetCurrentProcess();
        var result = new EvaluationResult
        {
            Model = updateCard ? model.WithScores(scores) : model,
            TestDataSet = data.Name,
            Scores = scores,
            Parity = parity,
            Starts = starts,
            LabelEfficiency = labelEfficiency,
            Provider = provider,
            Options = options,
            Seconds = clock.GetElapsedTime(start).TotalSeconds,
            PeakRssBytes = process.PeakWorkingSet64,
        };
        MetricsFile.Write(metricsPath, result);
        return result;
    }

    /// <summary>Closes the graphs again, so that the model folder can be replaced.</summary>
    private (Scores Scores, ExecutionProvider Provider) Score(
        IProgress<string> progress,
        CancellationToken cancellation
    )
    {
        using var evaluator = Evaluator.Open(model, options);
        progress.Report($"Execution provider: {evaluator.Provider}.");
        return (evaluator.Evaluate(data, progress, cancellation), evaluator.Provider);
    }
}
