using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models.Files;
using InfoGanMl.Testing;
using Json.Schema;

namespace InfoGanMl.Models.Tests;

/// <summary>The published schema, and files against it in the eyes of a validator of others.</summary>
public class ModelSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(ModelSchema.Create().ToJsonString());

    public static TheoryData<string> Models =>
        [
            "models/pretrained/mnist",
            "models/pretrained/fashion",
            "tests/InfoGanMl.Testing/Tiny",
            "tests/InfoGanMl.Testing/Tiny-codes",
            "tests/InfoGanMl.Testing/Tiny-continuous",
        ];

    [Fact]
    public void The_published_schema_is_that_of_the_types_that_are_written() =>
        Assert.True(
            MadeFile.IsCurrent(
                "models/model.schema.json",
                _ => ModelSchema.Create().ToJsonString(InfoGanJson.Options) + "\n"
            ),
            MadeFile.Advice
        );

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_in_the_repository_is_valid(string folder) => Assert.True(IsValid(Read(folder)));

    [Theory]
    [InlineData("format_version", "1")]
    [InlineData("seed", "\"one\"")]
    [InlineData("latent", "null")]
    [InlineData("image", "{ \"channels\": 1 }")]
    [InlineData("options", "null")]
    [InlineData("recipe", "{}")]
    public void A_file_with_something_else_in_a_place_is_not(string member, string value)
    {
        var file = Read("models/pretrained/mnist");
        file[member] = JsonNode.Parse(value);

        Assert.False(IsValid(file));
    }

    private static JsonNode Read(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, folder, "model.json")))!;

    private static bool IsValid(JsonNode file) => Schema.Evaluate(JsonSerializer.SerializeToElement(file)).IsValid;
}
