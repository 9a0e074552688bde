using System.Text.Json.Serialization;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Recipes.Ingredients;

/// <summary>A <see cref="CategoricalCode"/> and how it is learned.</summary>
/// <param name="Name">Name of G's input tensor.</param>
/// <param name="Size">Number of categories, at least 2.</param>
/// <param name="Lambda">Weight λ of this code in the objective (Chen et al. 2016, eq. 6).</param>
public sealed record CategoricalRecipe(string Name, int Size, double Lambda = 1);

/// <summary>A <see cref="ContinuousCode"/> and how it is learned.</summary>
/// <param name="Name">Name of G's input tensor.</param>
/// <param name="Prior">Distribution that the code is drawn from.</param>
/// <param name="Lambda">Weight λ of this code in the objective (Chen et al. 2016, eq. 6).</param>
/// <param name="Follows">
/// The augmentation of real images that this code is taught to follow: where a copy is slanted to the right, the code shall
/// rise. Null leaves it to G and Q what the code means, as the paper does.
/// </param>
public sealed record ContinuousRecipe(
    string Name,
    Prior Prior = Prior.Uniform,
    double Lambda = 1,
    AugmentationKind? Follows = null
);

/// <summary>A <see cref="LatentSpace"/> and how its codes are learned.</summary>
/// <param name="Noise">Number of noise variables in z.</param>
/// <param name="Categorical">Categorical codes, in tensor order.</param>
/// <param name="Continuous">Continuous codes, in tensor order.</param>
/// <param name="NoisePrior">Distribution of z.</param>
public sealed record LatentRecipe(
    int Noise,
    IReadOnlyList<CategoricalRecipe> Categorical,
    IReadOnlyList<ContinuousRecipe> Continuous,
    Prior NoisePrior = Prior.Gaussian
)
{
    /// <summary>What is left of it once the model is trained.</summary>
    [JsonIgnore]
    public LatentSpace Space =>
        new(
            Noise,
            [.. Categorical.Select(code => new CategoricalCode(code.Name, code.Size))],
            [.. Continuous.Select(code => new ContinuousCode(code.Name, code.Prior))],
            NoisePrior
        );

    /// <summary>The same with as many categories, code by code: codes that are there keep their names and weights.</summary>
    /// <param name="sizes">Categories of each categorical code.</param>
    public LatentRecipe WithCategories(IReadOnlyList<int> sizes) =>
        this with
        {
            Categorical =
            [
                .. sizes.Select(
                    (size, i) =>
                        i < Categorical.Count ? Categorical[i] with { Size = size } : new($"category_{i + 1}", size)
                ),
            ],
        };

    /// <summary>The same with as many continuous codes: the first ones of those that are there, then free ones.</summary>
    public LatentRecipe WithContinuous(int count) =>
        this with
        {
            Continuous =
            [
                .. Continuous.Take(count),
                .. Enumerable
                    .Range(1, Math.Max(0, count))
                    .Skip(Continuous.Count)
                    .Select(number => new ContinuousRecipe($"continuous_{number}")),
            ],
        };

    /// <summary>All that is wrong with it; empty when it can be trained.</summary>
    public IEnumerable<string> FindMistakes()
    {
        var lambdas = Categorical.Select(c => (c.Name, c.Lambda)).Concat(Continuous.Select(c => (c.Name, c.Lambda)));
        return Space
            .FindMistakes()
            .Concat(
                from code in lambdas
                where !(code.Lambda >= 0) || double.IsInfinity(code.Lambda)
                select $"code '{code.Name}' has λ = {code.Lambda}; expected a number of at least 0."
            );
    }
}
