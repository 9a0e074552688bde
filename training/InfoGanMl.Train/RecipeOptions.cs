using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Train;

/// <summary>The recipe of a training, and what a call changes of it.</summary>
internal static class RecipeOptions
{
    private static readonly Option<string?> Preset = OptionKinds.Text(
        "--preset",
        $"Recipe: {string.Join(", ", Presets.All.Select(p => p.Preset))}, one of them without an ingredient, or a JSON file "
            + "(models/preset.schema.json). By default mnist; of your own images photos where they are photographs in color, and "
            + "pictures where they are other pictures.",
        "NAME"
    );

    private const string Auto = "auto";

    private static readonly Option<string?> Categories = OptionKinds.Text(
        "--categories",
        "Number of categories, instead of the preset's; with several categorical codes, of each: 10,5. auto tries 2 to 20 on the "
            + "images, without labels, in short head starts, and takes the best.",
        "K|auto"
    );

    private static readonly Option<int?> Continuous = OptionKinds.Whole(
        "--continuous",
        "Number of continuous codes, instead of the preset's.",
        "M"
    );

    private static readonly Option<bool?> Mirror = new("--mirror")
    {
        Description = "Whether the mirror image of a thing is the same thing.",
        HelpName = "true|false",
    };

    private static readonly Option<double?> Rotation = OptionKinds.Number(
        "--rotation",
        "Degrees by which a thing can be turned and be the same: 0 to 180.",
        "DEGREES"
    );

    private static readonly Option<Precision?> Precision = OptionKinds.Choice<Precision>(
        "--precision",
        "In which numbers convolutions and products are computed while training; the preset's by default, float32. auto takes "
            + "bfloat16 on processors that compute in it."
    );

    /// <summary>Those that change a preset.</summary>
    public static IReadOnlyList<Option> Changes { get; } = [Categories, Continuous, Mirror, Rotation, Precision];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } = [Preset, .. Changes];

    /// <summary>What is wrong with how they are written.</summary>
    public static IEnumerable<string> FindMistakes(CommandResult given)
    {
        if (
            given.GetValue(Categories) is { } sizes
            && sizes != Auto
            && !sizes.Split(',').All(size => int.TryParse(size, out _))
        )
        {
            yield return $"--categories is {sizes}; expected a number, several as in 10,5, or {Auto}.";
        }
    }

    /// <summary>The preset that is named; null where the images decide.</summary>
    public static string? PresetOf(ParseResult given) =>
        given.GetValue(Preset) ?? (given.GetValue(SharedOptions.Data) is not null ? null : Presets.Mnist.Preset);

    /// <summary>The preset for images of the user's where none is named, and why.</summary>
    public static (TrainingOptions Preset, string Reason) PresetFor(ImageDataset own) =>
        PhotoNetworks.Fits(own.Train.Format) && PhotographCount.AreIn(own.Train)
            ? (Presets.Photos, "these are photographs in color")
        : own.Pictures is not null || own.Train.Format.Channels > 1
            ? (Presets.Pictures, "these are pictures, but no photographs in color of 32 to 128 pixels")
        : (Presets.Mnist, "these are gray images");

    /// <summary>What is changed of it.</summary>
    public static RecipeChanges ChangesOf(ParseResult given) =>
        new(
            given.GetValue(Categories) is { } sizes and not Auto
                ? [.. sizes.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))]
                : null,
            given.GetValue(Continuous),
            given.GetValue(Mirror),
            given.GetValue(Rotation),
            given.GetValue(Categories) == Auto,
            given.GetValue(Precision)
        );
}
