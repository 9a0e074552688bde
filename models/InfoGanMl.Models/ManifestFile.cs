using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Models;

/// <summary>Reads a <c>model.json</c> that a stranger may have written, and makes the bytes of one.</summary>
internal static class ManifestFile
{
    private static readonly JsonTypeInfo<ModelManifest> Json = GeneratedJson.Or<ModelManifest>(
        InfoGanJson.Options,
        ManifestContext.Default
    );

    /// <summary>Contents of the file.</summary>
    public static byte[] ToBytes(ModelManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Json);

    /// <summary>Reads it and checks all that can be checked without the other files.</summary>
    /// <exception cref="InvalidModelFolderException">It is missing, damaged, of another format, or contradicts itself.</exception>
    public static ModelManifest Read(string path)
    {
        var manifest = StrictJson.Read(
            path,
            "a readable manifest",
            Refuse,
            json => StrictJson.CheckFormatVersion(json, ModelManifest.CurrentFormatVersion, Refuse),
            Json
        );
        string[] mistakes =
        [
            .. manifest.Latent.FindMistakes(),
            .. manifest.Image.FindMistakes(),
            .. manifest.Preparation.FindMistakes(),
            .. Require.AtLeast(0, (nameof(manifest.Seed), manifest.Seed)),
        ];
        if (mistakes.Length > 0)
        {
            throw Refuse(string.Join(' ', mistakes), "a readable manifest", null);
        }

        CheckTensors(path, manifest);
        return manifest;

        InvalidModelFolderException Refuse(string found, string expected, Exception? inner) =>
            new(path, found, expected, inner);
    }

    /// <summary>Readers take names and sizes from either place; the width of the features stands in the tensors alone.</summary>
    private static void CheckTensors(string path, ModelManifest manifest)
    {
        var features = manifest.Recognizer.Outputs is [.., { Shape: [var width and > 0 and <= Limits.Values] }]
            ? width
            : 1;
        var (generator, recognizer) = ModelManifest.TensorsOf(manifest.Latent, manifest.Image, features);
        var expected = $"{Describe(generator)}, {Describe(recognizer)}";
        var found = $"{Describe(manifest.Generator)}, {Describe(manifest.Recognizer)}";
        if (found != expected)
        {
            throw new InvalidModelFolderException(path, $"tensors {found}", $"{expected}, as its codes and images say");
        }
    }

    private static string Describe(GraphTensors graph) => $"{Describe(graph.Inputs)} to {Describe(graph.Outputs)}";

    private static string Describe(IEnumerable<TensorShape> tensors) =>
        string.Join(' ', tensors.Select(tensor => $"{tensor.Name}[{string.Join(',', tensor.Shape)}]"));
}

/// <summary>Code generated for apps without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ManifestContext : JsonSerializerContext;
