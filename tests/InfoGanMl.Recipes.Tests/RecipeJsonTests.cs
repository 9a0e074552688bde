using System.Text.Json;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Tensors;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests;

public class RecipeJsonTests
{
    [Fact]
    public void Members_are_in_snake_case_and_layers_carry_their_kind() =>
        Assert.Equal(
            """{"kind":"transposed_conv","channels":3,"kernel":4,"stride":2,"padding":1,"bias":true}""",
            JsonSerializer.Serialize<Layer>(new TransposedConv(3), InfoGanJson.Line)
        );

    [Fact]
    public void A_residual_layer_holds_its_layers_as_lists()
    {
        Layer layer = new Residual([new Dense(3), new Tanh()], []);
        var json = JsonSerializer.Serialize(layer, InfoGanJson.Line);

        Assert.Equal(
            """{"kind":"residual","body":[{"kind":"dense","outputs":3,"bias":true},{"kind":"tanh"}],"shortcut":[]}""",
            json
        );
        Assert.Equal(layer, JsonSerializer.Deserialize<Layer>(json, InfoGanJson.Options));
    }

    [Fact]
    public void What_a_code_follows_is_written_as_a_word()
    {
        var code = new ContinuousRecipe("style", Follows: AugmentationKind.Thickness);
        var json = JsonSerializer.Serialize(code, InfoGanJson.Line);

        Assert.Equal("""{"name":"style","prior":"Uniform","lambda":1,"follows":"Thickness"}""", json);
        Assert.Equal(code, JsonSerializer.Deserialize<ContinuousRecipe>(json, InfoGanJson.Options));
    }

    [Fact]
    public void A_code_that_follows_no_known_augmentation_is_refused() =>
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<ContinuousRecipe>("""{"name":"style","follows":"Color"}""", InfoGanJson.Options)
        );

    [Fact]
    public void An_unknown_member_is_refused() => Refuse("""{"channels":1,"height":2,"width":3,"depth":4}""");

    [Fact]
    public void A_missing_member_is_refused() => Refuse("""{"channels":1,"height":2}""");

    [Fact]
    public void A_member_with_a_default_may_be_missing() =>
        Assert.Equal(
            new Conv(8),
            JsonSerializer.Deserialize<Layer>("""{"kind":"conv","channels":8}""", InfoGanJson.Options)
        );

    [Fact]
    public void A_null_where_none_may_be_is_refused() =>
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<TensorShape>("""{"name":null,"shape":[1]}""", InfoGanJson.Options)
        );

    private static void Refuse(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ImageFormat>(json, InfoGanJson.Options));
}
