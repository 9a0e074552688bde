using System.Text.Json.Serialization;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.KnownFactors;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation;

/// <summary>All that an evaluation has to say in figures: the contents of metrics.json, and, with pictures, of the report.</summary>
public sealed record EvaluationMetrics
{
    /// <summary>Seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Preset of the training.</summary>
    public required string Preset { get; init; }

    /// <summary>Name of the data that the model was trained on.</summary>
    [JsonPropertyName("data_set")]
    public required string Dataset { get; init; }

    /// <summary>How the model scores. In the file its members stand at the top.</summary>
    public required Scores Scores { get; init; }

    /// <summary>How the training went. In the file its members stand at the top.</summary>
    public required TrainingFigures Training { get; init; }

    /// <summary>What the training chose from; empty where it had only one start.</summary>
    public required IReadOnlyList<StartScore> Starts { get; init; }

    /// <summary>
    /// How Q sorts the test images; null for a model without a categorical code. In the file its members stand at the top.
    /// </summary>
    public required SortingScores? Sorting { get; init; }

    /// <summary>Names of the continuous codes, in the order of <see cref="Scores.ContinuousR2"/>.</summary>
    public required IReadOnlyList<string> ContinuousCodes { get; init; }

    /// <summary>How far measured properties depend on one code each; null with fewer than two codes.</summary>
    public required Disentanglement? Disentanglement { get; init; }

    /// <summary>Whether codes stand for the factors that the images are drawn from; null where there are none.</summary>
    public required FactorScores? Factors { get; init; }

    /// <summary>Whether G copies training images.</summary>
    public required CopyScores Copies { get; init; }

    /// <summary>How many labels classifiers need, with Q and without; empty unless asked for.</summary>
    public required IReadOnlyList<LabelEfficiencyScore> LabelEfficiency { get; init; }

    /// <summary>How L_I and R² grew in training; empty where the run folder was not at hand.</summary>
    public required IReadOnlyList<HistoryPoint> History { get; init; }

    /// <summary>What others published for the same data.</summary>
    public required IReadOnlyList<PublishedResult> Published { get; init; }

    /// <summary>Every figure with its unit, sample size, seed, meaning and source.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>How far ONNX Runtime is from TorchSharp; null without reference tensors.</summary>
    public required double? ParityMaxAbsDiff { get; init; }

    /// <summary>Name of the data that the model was scored on.</summary>
    [JsonPropertyName("evaluation_data_set")]
    public required string EvaluationDataset { get; init; }

    /// <summary>Seed of the latents, the labeled images and all else that the evaluation draws.</summary>
    public required int EvaluationSeed { get; init; }

    /// <summary>Images that were generated for the scores.</summary>
    public required int EvaluationGeneratedImages { get; init; }

    /// <summary>Wall-clock seconds.</summary>
    public required double EvaluationSeconds { get; init; }

    /// <summary>Largest resident memory of the process, in bytes.</summary>
    public required long EvaluationPeakRssBytes { get; init; }

    /// <summary>What the graphs really ran on.</summary>
    public required string EvaluationDevice { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset EvaluatedAt { get; init; }
}

/// <summary>How a training went up to a step.</summary>
/// <param name="Step">Updates done.</param>
/// <param name="MutualInformation">L_I of each categorical code, in nats.</param>
/// <param name="ContinuousR2">R² of each continuous code.</param>
public sealed record HistoryPoint(
    int Step,
    IReadOnlyList<double> MutualInformation,
    IReadOnlyList<double> ContinuousR2
);
