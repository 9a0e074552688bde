namespace InfoGanMl.Models.Folder;

/// <summary>Contents of <c>model.json</c>: everything about a trained model but its weights.</summary>
public sealed record ModelManifest
{
    /// <summary>The format version that this code writes and reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Version of the folder's format.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>Name of the data that the model was trained on.</summary>
    public required string Dataset { get; init; }

    /// <summary>Preset, seed, latent space, image format, networks and settings.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>Tensors of <c>generator.onnx</c>.</summary>
    public required GraphTensors Generator { get; init; }

    /// <summary>Tensors of <c>recognizer.onnx</c>.</summary>
    public required GraphTensors Recognizer { get; init; }

    /// <summary>How the training went.</summary>
    public required TrainingFigures Training { get; init; }

    /// <summary>How the exported files score; null until they have been evaluated.</summary>
    public Scores? Scores { get; init; }

    /// <summary>SHA-256 of every other file in the folder, in lower-case hexadecimal.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Names and shapes at the border of both graphs, for a model trained with these options.</summary>
    public static (GraphTensors Generator, GraphTensors Recognizer) TensorsOf(TrainingOptions options)
    {
        var image = new TensorShape("image", [options.Image.Channels, options.Image.Height, options.Image.Width]);
        var features = new TensorShape("features", [options.BuildNetworks().Features.Output.Size]);
        return (
            new(options.Latent.GeneratorInputs, [image]),
            new([image], [.. options.Latent.RecognizerOutputs, features])
        );
    }
}

/// <summary>Inputs and outputs of an ONNX graph; a leading batch dimension N is left out of the shapes.</summary>
public sealed record GraphTensors(IReadOnlyList<TensorShape> Inputs, IReadOnlyList<TensorShape> Outputs);

/// <summary>How a training went.</summary>
public sealed record TrainingFigures
{
    /// <summary>Updates done, those of every start of the head start included; fewer when the run was stopped.</summary>
    public required int Steps { get; init; }

    /// <summary>Wall-clock seconds from the first step to the last.</summary>
    public required double Seconds { get; init; }

    /// <summary>Real images shown, counting repeats and those of the head start.</summary>
    public required long ImagesSeen { get; init; }

    /// <summary>Real images per second.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Largest resident memory of the process, in bytes.</summary>
    public required long PeakRssBytes { get; init; }

    /// <summary>The device it ran on: cpu or cuda.</summary>
    public required string Device { get; init; }

    /// <summary>
    /// Mutual information of real pairs in nats when the head start ended, at most the sum of ln(categories): what starts are
    /// ranked by; null without a head start.
    /// </summary>
    public double? HeadStartInformation { get; init; }

    /// <summary>When it ended; null in models of earlier versions.</summary>
    public DateTimeOffset? TrainedAt { get; init; }

    /// <summary>Version of the training code, with its commit where it was built in a git checkout.</summary>
    public string? TrainedWith { get; init; }
}
