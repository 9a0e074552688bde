using System.Text.Json;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Testing;

namespace InfoGanMl.Recipes.Tests;

/// <summary>Options that others have written ask for nothing absurd.</summary>
public sealed class HostileOptionsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"follows\": \"Slant\"", "\"follows\": 99")]
    [InlineData("\"outputs\": 64", "\"outputs\": 2147483647")]
    [InlineData("\"kernel\": 4", "\"kernel\": 2147483647")]
    [InlineData("\"stride\": 2", "\"stride\": 2147483647")]
    [InlineData("\"padding\": 1", "\"padding\": -2147483648")]
    [InlineData("\"steps\": 6", "\"steps\": 2147483647")]
    [InlineData("\"batch_size\": 16", "\"batch_size\": 2147483647")]
    [InlineData("\"strokes\": 0", "\"strokes\": 2147483647")]
    [InlineData(
        "\"head_start\": null",
        "\"head_start\": {\"steps\":1,\"batch_size\":2,\"learning_rate\":1,\"balance\":0,\"starts\":2147483647}"
    )]
    public void A_preset_that_asks_for_the_absurd_is_refused(string part, string replacement)
    {
        var json = JsonSerializer.Serialize(TinyRun.Options, InfoGanJson.Options);
        Assert.Contains(part, json, StringComparison.Ordinal);
        File.WriteAllText(_folder["preset.json"], json.Replace(part, replacement, StringComparison.Ordinal));

        Assert.ThrowsAny<InfoGanException>(() => PresetFile.Read(_folder["preset.json"]).Validated());
    }
}
