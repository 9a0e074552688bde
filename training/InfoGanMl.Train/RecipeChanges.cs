using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;

namespace InfoGanMl.Train;

/// <summary>What a command line changes of a preset; null leaves it as it is.</summary>
/// <param name="Categories">Size of each categorical code; null also where it is yet to be found.</param>
/// <param name="Continuous">Number of continuous codes.</param>
/// <param name="Mirror">Whether a mirrored thing is the same thing.</param>
/// <param name="RotationDegrees">By how much a thing can be turned and be the same.</param>
/// <param name="FindsCategories">Whether the number of categories is to be found on the images.</param>
/// <param name="Precision">In which numbers convolutions and products are computed.</param>
internal sealed record RecipeChanges(
    IReadOnlyList<int>? Categories = null,
    int? Continuous = null,
    bool? Mirror = null,
    double? RotationDegrees = null,
    bool FindsCategories = false,
    Precision? Precision = null
)
{
    /// <summary>The options with the changes; not checked yet.</summary>
    /// <exception cref="InvalidOptionsException">They do not apply to these options.</exception>
    public TrainingOptions ApplyTo(TrainingOptions options)
    {
        var latent = Categories is null ? options.Latent : options.Latent.WithCategories(Categories);
        return options with
        {
            Latent = Continuous is { } count ? latent.WithContinuous(count) : latent,
            Precision = Precision ?? options.Precision,
            RealPairs = Mirror is null && RotationDegrees is null ? options.RealPairs : ChangePairs(options),
        };
    }

    /// <summary>The options with as many categories as images need kinds: where the number is to be found, it can be two.</summary>
    public TrainingOptions WithFewestCategories(TrainingOptions options) =>
        FindsCategories ? options with { Latent = options.Latent.WithCategories([2]) } : options;

    private RealPairs ChangePairs(TrainingOptions options)
    {
        var pairs =
            options.RealPairs
            ?? throw new InvalidOptionsException([
                $"--mirror or --rotation is given with preset {options.Preset}, which learns nothing from copies of real images; "
                    + "expected a preset that does, such as pictures.",
            ]);
        return pairs with
        {
            Augmentation = pairs.Augmentation with
            {
                Mirror = Mirror ?? pairs.Augmentation.Mirror,
                RotationDegrees = RotationDegrees ?? pairs.Augmentation.RotationDegrees,
            },
        };
    }
}
