using System.Text.Json;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Presets of the user's own.</summary>
internal sealed class PresetFormat() : FuzzFormat("preset-json")
{
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        """{ "base": "mnist", "steps": 3000 }"""u8.ToArray(),
        """{ "base": "pictures", "image": { "height": 64, "width": 64 }, "real_pairs": { "augmentation": { "mirror": true } } }"""u8.ToArray(),
        """{ "base": "dsprites", "latent": { "noise": 4, "categorical": [{ "name": "a", "size": 3 }, { "name": "b", "size": 2 }] } }"""u8.ToArray(),
        JsonSerializer.SerializeToUtf8Bytes(Presets.Mnist, InfoGanJson.Options),
    ];

    protected override IReadOnlyList<Mutation> Mutations => JsonMutations.All;

    public override void Read(byte[] input, string folder)
    {
        var path = Path.Combine(folder, "preset.json");
        File.WriteAllBytes(path, input);
        _ = PresetFile.Read(path).Validated().BuildNetworks().Generator.Parameters;
    }
}
