namespace InfoGanMl.Recipes;

/// <summary>The trainings behind the tables in models/reproduction; their seeds count from 1, none is picked.</summary>
public static class MeasuredRuns
{
    /// <summary>The table of the presets.</summary>
    public const string Reproduction = "reproduction";

    /// <summary>The table of what each ingredient is worth.</summary>
    public const string Ablation = "ablation";

    private const int AblationSeeds = 3;

    private static readonly Dictionary<string, int> Seeds = new()
    {
        ["mnist"] = 5,
        ["fashion"] = 3,
        ["mnist-paper"] = 3,
        ["photos-cifar10"] = 3,
    };

    private static readonly Dictionary<string, string[]> Removed = new()
    {
        ["mnist-short"] =
        [
            "real-pairs",
            "head-start",
            "balance",
            "consistency",
            "following",
            "thickness",
            "strokes",
            "code-weights",
            "fast-discriminator",
            "uniform-weights",
            "cool-down",
            "real-statistics",
        ],
        ["fashion-short"] =
        [
            "starts",
            "uniform-weights",
            "balance",
            "pair-weight",
            "consistency",
            "dimming",
            "stretch",
        ],
        ["pictures-short"] =
        [
            "information-bound",
            "joint-batch-norm",
            "patch-discriminator",
            "conditional-discriminator",
            "gradient-penalty",
            "even-upsampling",
        ],
        ["photos-short"] = ["teachers", "neighbors", "enlarging", "learning-stages", "starts"],
    };

    /// <summary>What is taken away from any preset of the ablation.</summary>
    public static IReadOnlyCollection<string> Ingredients { get; } =
    [.. Removed.Values.SelectMany(names => names).Distinct()];

    /// <summary>The presets of a table.</summary>
    public static IReadOnlyCollection<string> PresetsOf(string table) => table == Ablation ? Removed.Keys : Seeds.Keys;

    /// <summary>The runs of a table.</summary>
    /// <param name="table"><see cref="Reproduction"/> or <see cref="Ablation"/>.</param>
    /// <param name="presets">Some of its presets; null for all.</param>
    /// <param name="ingredients">Some of what an ablation takes away; null for all.</param>
    public static IEnumerable<(string Preset, int Seed)> Of(
        string table,
        IReadOnlyCollection<string>? presets = null,
        IReadOnlyCollection<string>? ingredients = null
    ) =>
        from preset in presets ?? PresetsOf(table)
        from name in table == Ablation ? Ablated(preset, ingredients ?? Ingredients) : [preset]
        from seed in Enumerable.Range(1, table == Ablation ? AblationSeeds : Seeds[preset])
        select (name, seed);

    /// <summary>A preset that nothing is taken away from would be compared with nothing.</summary>
    private static IEnumerable<string> Ablated(string preset, IReadOnlyCollection<string> ingredients)
    {
        var removed = Removed[preset].Intersect(ingredients).ToList();
        return removed.Count == 0
            ? []
            : removed.Select(ingredient => Ablations.NameOf(preset, ingredient)).Prepend(preset);
    }
}
