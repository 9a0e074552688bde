using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes.Ingredients;

namespace InfoGanMl.Recipes.Tests;

public class AblationsTests
{
    private static readonly string[] NotOfDigits =
    [
        "starts",
        "pair-weight",
        "dimming",
        "stretch",
        "information-bound",
        "joint-batch-norm",
        "patch-discriminator",
        "conditional-discriminator",
        "gradient-penalty",
        "even-upsampling",
        "teachers",
        "neighbors",
        "enlarging",
        "learning-stages",
    ];

    public static TheoryData<string> Ingredients => [.. Ablations.Ingredients];

    [Theory]
    [MemberData(nameof(Ingredients))]
    public void A_recipe_without_an_ingredient_is_found_by_name_differs_from_it_and_can_be_trained(string ingredient)
    {
        var name = Ablations.NameOf("mnist", ingredient);

        var options = Presets.Find(name);

        Assert.Equal($"mnist-without-{ingredient}", options.Preset);
        Assert.Empty(options.FindMistakes());
        if (!NotOfDigits.Contains(ingredient))
        {
            Assert.NotEqual(ToJson(Presets.Mnist), ToJson(options with { Preset = "mnist" }));
        }
    }

    [Fact]
    public void A_code_whose_augmentation_is_taken_away_follows_nothing_and_the_others_go_on()
    {
        var continuous = Presets.Find("mnist-without-thickness").Latent.Continuous;

        Assert.Equal([AugmentationKind.Slant, null], continuous.Select(code => code.Follows));
    }

    [Theory]
    [InlineData("information-bound")]
    [InlineData("joint-batch-norm")]
    [InlineData("patch-discriminator")]
    [InlineData("conditional-discriminator")]
    [InlineData("gradient-penalty")]
    [InlineData("even-upsampling")]
    public void Of_pictures_each_adversarial_option_is_taken_away_alone_and_is_then_as_the_paper_has_it(
        string ingredient
    )
    {
        var member = ingredient.Replace('-', '_');
        var (whole, paper) = (ToObject(Presets.PicturesShort), ToObject(Presets.MnistPaper));

        var without = ToObject(Presets.Find($"pictures-short-without-{ingredient}"));

        var changed = whole.Where(option => !JsonNode.DeepEquals(option.Value, without[option.Key]));
        Assert.Equal(["preset", member], changed.Select(option => option.Key));
        Assert.Equal(paper[member]?.ToJsonString(), without[member]?.ToJsonString());
    }

    [Theory]
    [InlineData("teachers", "taught_steps", "0")]
    [InlineData("neighbors", "neighbor_share", "0")]
    [InlineData("enlarging", "side", "1")]
    [InlineData("learning-stages", "learning_stages", "0")]
    public void Of_photos_each_part_of_the_transfer_is_taken_away_alone(string ingredient, string member, string value)
    {
        var whole = ToObject(Presets.PhotosShort)["transfer"]!.AsObject();

        var without = ToObject(Presets.Find($"photos-short-without-{ingredient}"))["transfer"]!;

        var changed = whole.Where(option => !JsonNode.DeepEquals(option.Value, without[option.Key]));
        Assert.Equal([member], changed.Select(option => option.Key));
        Assert.Equal(value, without[member]!.ToJsonString());
    }

    [Theory]
    [InlineData("mnist-without-luck")]
    [InlineData("mnist-paper-without-strokes")] // it has none
    public void Nothing_else_is_taken_away(string name) =>
        Assert.Throws<InvalidOptionsException>(() => Presets.Find(name));

    [Fact]
    public void The_table_of_ablations_takes_away_every_ingredient() =>
        Assert.Equal(Ablations.Ingredients.Order(), MeasuredRuns.Ingredients.Order());

    private static JsonObject ToObject(TrainingOptions options) =>
        JsonSerializer.SerializeToNode(options, InfoGanJson.Options)!.AsObject();

    private static string ToJson(TrainingOptions options) => JsonSerializer.Serialize(options, InfoGanJson.Options);
}
