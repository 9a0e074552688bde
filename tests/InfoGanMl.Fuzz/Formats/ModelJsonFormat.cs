using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Files;
using InfoGanMl.Testing;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>The manifest of a model folder whose other files are short, so that their hashes cost nothing.</summary>
internal sealed class ModelJsonFormat() : FuzzFormat("model-json")
{
    private static readonly string[] Presets = ["mnist", "fashion"];
    private static readonly string[] OtherFiles = ["generator.onnx", "recognizer.onnx", "README.md", "preview.png"];

    private readonly Lazy<IReadOnlyList<byte[]>> _seeds = new(() =>
        [.. Presets.Select(PretrainedModel.Of).Append(TinyFolder.Model).Select(ToJson)]
    );

    public override IReadOnlyList<byte[]> Seeds => _seeds.Value;

    protected override IReadOnlyList<Mutation> Mutations => JsonMutations.All;

    public override void Prepare(string folder)
    {
        foreach (var name in OtherFiles)
        {
            File.WriteAllBytes(Path.Combine(folder, name), ContentOf(name));
        }
    }

    public override void Read(byte[] input, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "model.json"), input);
        Use(ModelFolder.Open(folder));
    }

    /// <summary>What applications derive from a manifest, which may not fail or take memory either.</summary>
    public static void Use(ModelFolder model)
    {
        _ = ModelManifest.TensorsOf(model.Latent, model.Image, features: 1);
        _ = new LatentSampler(model.Latent, seed: 1).Draw(1);
        _ = model.Manifest.Scores?.Find("accuracy_one_to_one");
        _ = JsonSerializer.SerializeToUtf8Bytes(model.Manifest, InfoGanJson.Options);
    }

    private static byte[] ToJson(ModelFolder model)
    {
        var files = OtherFiles.ToDictionary(
            name => name,
            name => Convert.ToHexStringLower(SHA256.HashData(ContentOf(name)))
        );
        return JsonSerializer.SerializeToUtf8Bytes(model.Manifest with { Files = files }, InfoGanJson.Options);
    }

    private static byte[] ContentOf(string name) => Encoding.UTF8.GetBytes(name);
}
