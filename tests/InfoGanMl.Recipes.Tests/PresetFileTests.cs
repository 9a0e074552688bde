using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Testing;

namespace InfoGanMl.Recipes.Tests;

public sealed class PresetFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_file_changes_what_it_names_and_nothing_else()
    {
        var options = Read("""{ "base": "mnist", "steps": 100, "latent": { "noise": 5 }, "cool_down": 0.25 }""");

        var latent = Presets.Mnist.Latent;
        Assert.Equal(("shoes", 100, 0.25, 5), (options.Preset, options.Steps, options.CoolDown, options.Latent.Noise));
        Assert.Equal(latent.Categorical, options.Latent.Categorical);
        AssertSame(
            Presets.Mnist,
            options with
            {
                Preset = "mnist",
                Steps = Presets.Mnist.Steps,
                CoolDown = Presets.Mnist.CoolDown,
                Latent = latent,
            }
        );
        Assert.Empty(options.FindMistakes());
    }

    [Fact]
    public void Lists_and_null_take_the_place_of_what_was_there()
    {
        var options = Read(
            """
            {
              "base": "mnist-paper", "generator_weight_deviation": null,
              "latent": { "categorical": [{ "name": "kind", "size": 3 }, { "name": "style", "size": 4 }] }
            }
            """
        );

        Assert.Null(options.GeneratorWeightDeviation);
        Assert.Equal([new("kind", 3), new("style", 4)], options.Latent.Categorical);
        Assert.Equal(Presets.MnistPaper.Latent.Continuous, options.Latent.Continuous);
    }

    [Fact]
    public void Another_size_or_color_brings_networks_for_it()
    {
        var options = Read("""{ "base": "mnist", "image": { "channels": 3, "height": 64, "width": 64 } }""");

        Assert.Equal(new ImageFormat(3, 64, 64), options.Image);
        Assert.Equal(StandardNetworks.For(options.Image).Trunk, options.Architecture.Trunk);
        Assert.Empty(options.FindMistakes());
    }

    [Fact]
    public void The_options_that_a_run_saved_are_a_preset_without_a_base()
    {
        var saved = Presets.Fashion with { Seed = 7, Preset = "fashion" };

        AssertSame(saved, Read(JsonSerializer.Serialize(saved, InfoGanJson.Options)));
    }

    [Fact]
    public void A_precision_is_saved_where_it_is_not_float32_as_versions_without_it_read_no_other()
    {
        var half = Read("""{ "base": "mnist", "precision": "BFloat16" }""");

        Assert.Equal(Precision.BFloat16, half.Precision);
        Assert.Contains("\"precision\": \"BFloat16\"", JsonSerializer.Serialize(half, InfoGanJson.Options));
        Assert.DoesNotContain("precision", JsonSerializer.Serialize(Presets.Mnist, InfoGanJson.Options));
    }

    [Fact]
    public void It_is_found_by_its_path_among_the_presets() =>
        Assert.Equal("shoes", Presets.Find(Write("""{ "$schema": "preset.schema.json", "base": "smoke" }""")).Preset);

    [Theory]
    [InlineData("""{ "base": "mnist", "stepps": 1 }""", "stepps")]
    [InlineData("""{ "base": "mnist", "steps": "many" }""", "steps")]
    [InlineData("""{ "base": "mnist", "latent": null }""", "latent")]
    [InlineData("""{ "base": "other.json" }""", "The base is a file")]
    [InlineData("""{ "base": 5 }""", "members of options.json")]
    [InlineData("""{ "steps": 1 }""", "latent")]
    [InlineData("""{ "base": "mnist", "base": "fashion" }""", "base")]
    [InlineData("""["mnist"]""", "a preset in JSON")]
    [InlineData("null", "a preset in JSON")]
    [InlineData("steps: 1", "a preset in JSON")]
    public void A_file_that_is_no_preset_is_refused_with_what_is_wrong(string json, string named)
    {
        var refused = Assert.Throws<InvalidPresetException>(() => Read(json));

        Assert.Equal(_folder["shoes.json"], refused.Path);
        Assert.Contains(named, refused.Message);
        Assert.Contains("preset.schema.json", refused.Message);
    }

    [Fact]
    public void An_unknown_base_and_a_missing_file_are_refused()
    {
        Assert.Contains(
            "preset is 'mnits'; expected one of: mnist",
            Assert.Throws<InvalidOptionsException>(() => Read("""{ "base": "mnits" }""")).Message
        );
        Assert.Equal(
            "no such file",
            Assert.Throws<InvalidPresetException>(() => Presets.Find(_folder["none.json"])).Found
        );
    }

    [Fact]
    public void The_published_schema_is_that_of_the_types_that_are_read()
    {
        var published = File.ReadAllText(Path.Combine(Repository.Root, "models", "preset.schema.json"));

        // Otherwise: dotnet run --project training/InfoGanMl.Train -- train --schema > models/preset.schema.json
        Assert.True(JsonNode.DeepEquals(PresetSchema.Create(), JsonNode.Parse(published)));
    }

    [Fact]
    public void The_schema_asks_for_nothing_but_whole_items_of_lists()
    {
        var schema = PresetSchema.Create();
        var latent = schema["properties"]!["latent"]!;

        Assert.Null(schema["required"]);
        Assert.Null(latent["required"]);
        Assert.Equal(
            ["name", "size"],
            latent["properties"]!["categorical"]!["items"]!["required"]!.AsArray().Select(name => (string?)name)
        );
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertSame(TrainingOptions expected, TrainingOptions actual) =>
        Assert.Equal(
            JsonSerializer.Serialize(expected, InfoGanJson.Options),
            JsonSerializer.Serialize(actual, InfoGanJson.Options)
        );

    private TrainingOptions Read(string json) => PresetFile.Read(Write(json));

    private string Write(string json) => _folder.Write("shoes.json", Encoding.UTF8.GetBytes(json));
}
