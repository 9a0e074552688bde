using System.Text.Json;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Models;

/// <summary>Contents of <c>model.json</c>: everything about a trained model but its weights.</summary>
public sealed record ModelManifest
{
    /// <summary>The format version that this code writes and reads.</summary>
    public const int CurrentFormatVersion = 2;

    /// <summary>Version of the folder's format.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>Name of the recipe that the model was trained with.</summary>
    public required string Preset { get; init; }

    /// <summary>Seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Name of the data that the model was trained on.</summary>
    public required string Dataset { get; init; }

    /// <summary>Noise and codes.</summary>
    public required LatentSpace Latent { get; init; }

    /// <summary>Size of the images.</summary>
    public required ImageFormat Image { get; init; }

    /// <summary>How a picture becomes such an image.</summary>
    public required ImagePreparation Preparation { get; init; }

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

    /// <summary>
    /// The whole recipe, for whoever trains the model again. Nobody who uses the model reads it, so that a recipe may change
    /// without a reader of model folders knowing.
    /// </summary>
    public required JsonElement Options { get; init; }

    /// <summary>Names and shapes at the border of both graphs.</summary>
    /// <param name="latent">Noise and codes.</param>
    /// <param name="image">Size of the images.</param>
    /// <param name="features">Width of Q's last layer before the codes.</param>
    public static (GraphTensors Generator, GraphTensors Recognizer) TensorsOf(
        LatentSpace latent,
        ImageFormat image,
        int features
    )
    {
        var images = new TensorShape("image", [image.Channels, image.Height, image.Width]);
        return (
            new(latent.GeneratorInputs, [images]),
            new([images], [.. latent.RecognizerOutputs, new TensorShape("features", [features])])
        );
    }
}
