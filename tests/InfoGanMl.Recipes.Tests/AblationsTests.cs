using System.Text.Json;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes.Ingredients;

namespace InfoGanMl.Recipes.Tests;

public class AblationsTests
{
    private static readonly string[] NotOfDigits = ["starts", "pair-weight", "dimming", "stretch"];

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
    [InlineData("mnist-without-luck")]
    [InlineData("mnist-paper-without-strokes")] // it has none
    public void Nothing_else_is_taken_away(string name) =>
        Assert.Throws<InvalidOptionsException>(() => Presets.Find(name));

    [Fact]
    public void The_table_of_ablations_takes_away_every_ingredient() =>
        Assert.Equal(Ablations.Ingredients.Order(), MeasuredRuns.Ingredients.Order());

    private static string ToJson(TrainingOptions options) => JsonSerializer.Serialize(options, InfoGanJson.Options);
}
