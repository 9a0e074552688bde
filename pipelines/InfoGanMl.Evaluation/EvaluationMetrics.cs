using System.Text.Json.Serialization;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.KnownFactors;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation;

/// <summary>All that an evaluation has to say but pictures: the contents of metrics.json, and, with pictures, of the report.</summary>
public sealed record EvaluationMetrics
{
    /// <summary>Seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Preset of the training.</summary>
    public required string Preset { get; init; }

    /// <summary>Name of the data that the model was trained on.</summary>
    [JsonPropertyName("data_set")]
    public required string Dataset { get; init; }

    /// <summary>
    /// Every figure. In the file each stands where its key says, and once more, with its unit, sample size, seed, meaning and
    /// source, among <c>figures</c>.
    /// </summary>
    [JsonIgnore]
    public FigureSet Figures { get; init; } = new([]);

    /// <summary>What could not be measured, or only otherwise than its title says: whole sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Test images that the model was scored on.</summary>
    public required int TestImages { get; init; }

    /// <summary>How the training went. In the file its members stand at the top.</summary>
    public required TrainingFigures Training { get; init; }

    /// <summary>What the training chose from; empty where it had only one start.</summary>
    public required IReadOnlyList<StartScore> Starts { get; init; }

    /// <summary>Numbers of categories that the training tried; empty where it was given one.</summary>
    public IReadOnlyList<CategoryTrial> CategoryTrials { get; init; } = [];

    /// <summary>
    /// How Q sorts the test images; null for a model without a categorical code. In the file its members stand at the top.
    /// </summary>
    public required SortingScores? Sorting { get; init; }

    /// <summary>H(c) of the first categorical code in nats: the most that L_I can reach; null without such a code.</summary>
    [JsonPropertyName("h_c")]
    public required double? CodeEntropy { get; init; }

    /// <summary>Each categorical code where there are several; empty where the other figures say it all.</summary>
    public required IReadOnlyList<ScoredCode> CategoricalCodes { get; init; }

    /// <summary>Names of the continuous codes.</summary>
    public required IReadOnlyList<string> ContinuousCodes { get; init; }

    /// <summary>Which factors the images are drawn from; null where none are known.</summary>
    public required FactorScores? Factors { get; init; }

    /// <summary>How it was looked for copies of training images.</summary>
    public required CopyScores Copies { get; init; }

    /// <summary>How many labels classifiers need, with Q and without; empty unless asked for.</summary>
    public required IReadOnlyList<LabelEfficiencyScore> LabelEfficiency { get; init; }

    /// <summary>How L_I and R² grew in training; empty where the run folder was not at hand.</summary>
    public required IReadOnlyList<HistoryPoint> History { get; init; }

    /// <summary>What others published for the same data.</summary>
    public required IReadOnlyList<PublishedResult> Published { get; init; }

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

    /// <summary>The figure of a kind; null where it was not measured.</summary>
    /// <param name="kind">The kind, a static field beside the function that computes it.</param>
    /// <param name="parameters">The code, and what else its key has placeholders for.</param>
    public Figure? this[FigureKind kind, params string[] parameters] => Figures[kind, parameters];
}
