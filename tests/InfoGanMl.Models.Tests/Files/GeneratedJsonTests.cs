using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests.Files;

/// <summary>What trimmed apps do with the files of a model folder, in an app that has reflection to compare with.</summary>
public class GeneratedJsonTests
{
    private static readonly JsonTypeInfo<ModelManifest> Manifest = GeneratedJson.Of<ModelManifest>(
        InfoGanJson.Options,
        ManifestContext.Default
    );

    private static readonly JsonTypeInfo<ImagePreparation> Preparation = GeneratedJson.Of<ImagePreparation>(
        InfoGanJson.Line,
        PreparationContext.Default
    );

    public static TheoryData<string> Models => ModelSchemaTests.Models;

    [Theory]
    [MemberData(nameof(Models))]
    public void A_manifest_is_read_and_written_byte_by_byte_as_by_reflection(string folder)
    {
        var file = File.ReadAllBytes(PathOf(folder));
        var reflected = JsonSerializer.Deserialize<ModelManifest>(file, InfoGanJson.Options)!;
        var expected = JsonSerializer.SerializeToUtf8Bytes(reflected, InfoGanJson.Options);

        var read = JsonSerializer.Deserialize(file, Manifest)!;

        Assert.Equal(expected, JsonSerializer.SerializeToUtf8Bytes(read, Manifest));
        Assert.Equal(expected, JsonSerializer.SerializeToUtf8Bytes(read, InfoGanJson.Options));
    }

    [Theory]
    [InlineData("format_version")]
    [InlineData("latent")]
    [InlineData("preparation.resize")]
    [InlineData("preparation.background")]
    [InlineData("preparation.invert")]
    [InlineData("files")]
    public void A_manifest_without_a_member_that_is_always_written_is_refused_by_its_name(string member)
    {
        var names = member.Split('.');
        var file = JsonNode.Parse(File.ReadAllText(PathOf("models/pretrained/mnist")))!;
        var parent = names[..^1].Aggregate(file, (node, name) => node[name]!);
        Assert.True(parent.AsObject().Remove(names[^1]));

        var problem = Assert.Throws<JsonException>(() => file.Deserialize(Manifest));

        Assert.Contains($"'{names[^1]}'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scores")]
    [InlineData("training.trained_with")]
    public void A_member_that_may_be_missing_may(string member)
    {
        var names = member.Split('.');
        var file = JsonNode.Parse(File.ReadAllText(PathOf("models/pretrained/mnist")))!;
        var parent = names[..^1].Aggregate(file, (node, name) => node[name]!);
        Assert.True(parent.AsObject().Remove(names[^1]));

        var read = file.Deserialize(Manifest)!;

        Assert.Null(names[0] == "scores" ? read.Scores : read.Training.TrainedWith);
    }

    [Theory]
    [InlineData("""{"resize":"Fit","background":"White","invert":"Auto","significant_bits":12}""")]
    [InlineData("""{"resize":"Letterbox","background":"Black","invert":"False"}""")]
    public void A_preparation_is_read_and_written_as_by_reflection(string json)
    {
        var read = JsonSerializer.Deserialize(json, Preparation)!;

        Assert.Equal(JsonSerializer.Deserialize<ImagePreparation>(json, InfoGanJson.Line), read);
        Assert.Equal(json, JsonSerializer.Serialize(read, Preparation));
    }

    [Theory]
    [InlineData("""{"resize":1,"background":"White","invert":"Auto"}""")]
    [InlineData("""{"resize":"Fit","background":"White","invert":"Auto","more":1}""")]
    [InlineData("""{"resize":"Fit","resize":"Fit","background":"White","invert":"Auto"}""")]
    public void It_is_as_strict(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, Preparation));

    private static string PathOf(string folder) => Path.Combine(Repository.Root, folder, "model.json");
}
