using System.Text.Json;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Ingredients;

namespace InfoGanMl.Recipes.Tests.Ingredients;

public class LatentRecipeTests
{
    [Fact]
    public void A_model_keeps_names_sizes_and_priors_and_nothing_of_how_they_were_learned()
    {
        var recipe = new LatentRecipe(
            3,
            [new("kind", 4, Lambda: 2)],
            [new("lean", Prior.Gaussian, Lambda: 3, Follows: AugmentationKind.Slant)],
            Prior.Uniform
        );

        Assert.Equal(
            """{"noise":3,"categorical":[{"name":"kind","size":4}],"continuous":[{"name":"lean","prior":"Gaussian"}],"noise_prior":"Uniform"}""",
            JsonSerializer.Serialize(recipe.Space, InfoGanJson.Line)
        );
    }

    [Fact]
    public void Other_numbers_of_codes_keep_those_that_are_there_and_add_free_ones()
    {
        var latent = Presets.Mnist.Latent;

        var more = latent.WithCategories([5, 3]).WithContinuous(3);
        var fewer = latent.WithCategories([]).WithContinuous(1);

        Assert.Equal([latent.Categorical[0] with { Size = 5 }, new("category_2", 3)], more.Categorical);
        Assert.Equal([.. latent.Continuous, new("continuous_3")], more.Continuous);
        Assert.Empty(more.FindMistakes());
        Assert.Empty(fewer.Categorical);
        Assert.Equal([latent.Continuous[0]], fewer.Continuous);
    }

    [Fact]
    public void Mistakes_of_the_space_and_of_the_weights_are_reported_together()
    {
        var recipe = new LatentRecipe(
            Noise: 0,
            [new("", 2, Lambda: double.NaN)],
            [new("category", Lambda: -1), new("noise", Lambda: double.PositiveInfinity)]
        );

        Assert.Equal(
            [
                "latent.noise is 0; expected at least 1.",
                "code name '' is not usable as a column; expected lower-case letters, digits and '_'.",
                "code name 'noise' is used more than once; expected distinct names.",
                "code '' has λ = NaN; expected a number of at least 0.",
                "code 'category' has λ = -1; expected a number of at least 0.",
                "code 'noise' has λ = Infinity; expected a number of at least 0.",
            ],
            recipe.FindMistakes()
        );
    }
}
