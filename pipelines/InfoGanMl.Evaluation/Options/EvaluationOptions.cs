using InfoGanMl.Models.Devices;

namespace InfoGanMl.Evaluation.Options;

/// <summary>How a model is scored.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Where ONNX Runtime runs.</summary>
    public Device Device { get; init; } = Device.Auto;

    /// <summary>Seed of all that is drawn; not the model's own, so that all are scored alike.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Images generated to see what Q recovers of their codes.</summary>
    public int GeneratedImages { get; init; } = 10_000;

    /// <summary>Labeled training images for the downstream classifier, as many of each class.</summary>
    public int Labels { get; init; } = 100;

    /// <summary>ONNX file of a judge of these images; null for the one that is shipped for the data set, if there is one.</summary>
    public string? JudgeFile { get; init; }

    /// <summary>
    /// ONNX file of ML.NET's featurizer at the size of the images, as a training on photographs leaves it in its run folder; null for the
    /// one beside the model, if there is one.
    /// </summary>
    public string? FeaturizerFile { get; init; }

    /// <summary>How codes are scored against factors, where these are known.</summary>
    public FactorScoreOptions Factors { get; init; } = new();

    /// <summary>Whether to measure how many labels classifiers need.</summary>
    public bool LabelEfficiency { get; init; }
}
