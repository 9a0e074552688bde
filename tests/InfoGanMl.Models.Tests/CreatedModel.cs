using System.Text.Json;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Latents;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests;

/// <summary>The folder <c>model</c> of a temporary one, made of <see cref="TinyModel"/> and of a few bytes for each file.</summary>
internal sealed class CreatedModel : IDisposable
{
    public static readonly byte[] Generator = [1, 2, 3];
    public static readonly byte[] Recognizer = [4, 5, 6];
    public static readonly byte[] Preview = [7, 8, 9];

    /// <summary>The temporary folder.</summary>
    public TempFolder Folder { get; } = new();

    /// <summary>The card in it.</summary>
    public string Card => File.ReadAllText(Folder["model/README.md"]);

    public ModelFolder Create() => Create(TinyModel.Manifest.Latent);

    public ModelFolder Create(LatentSpace latent)
    {
        var (generator, recognizer) = ModelManifest.TensorsOf(latent, TinyModel.Manifest.Image, features: 5);
        var manifest = TinyModel.Manifest with { Latent = latent, Generator = generator, Recognizer = recognizer };
        return ModelFolder.Create(Folder["model"], manifest, Generator, Recognizer, Preview);
    }

    public InvalidModelFolderException Refuse() =>
        Assert.Throws<InvalidModelFolderException>(() => ModelFolder.Open(Folder["model"]));

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, InfoGanJson.Options);

    public void Dispose() => Folder.Dispose();
}
