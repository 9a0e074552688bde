using InfoGanMl.Recipes.Ingredients;

namespace InfoGanMl.Recipes;

/// <summary>
/// Recipes with one ingredient taken away, to measure what it is worth. Their presets are called
/// <c>{preset}-without-{ingredient}</c>.
/// </summary>
public static class Ablations
{
    /// <summary>What plain InfoGAN training takes where a recipe differs from it.</summary>
    private static readonly TrainingOptions Plain = Presets.MnistPaper;

    private static readonly Dictionary<string, Func<TrainingOptions, TrainingOptions>> Removals = new()
    {
        ["real-pairs"] = o => o with { RealPairs = null, HeadStart = null },
        ["head-start"] = o => o with { HeadStart = null },
        ["starts"] = o => o with { HeadStart = o.HeadStart! with { Starts = 1 } },
        ["balance"] = o =>
            WithPairs(o, pairs => pairs with { Balance = 0 }) with
            {
                HeadStart = o.HeadStart! with { Balance = 0 },
            },
        ["pair-weight"] = o => WithPairs(o, pairs => pairs with { Information = 1, Consistency = 1 }),
        ["consistency"] = o => WithPairs(o, pairs => pairs with { Consistency = 0 }),
        ["following"] = o => WithPairs(o, pairs => pairs with { Following = 0 }),
        ["thickness"] = o => WithAugmentation(o, copies => copies with { Thickness = 0 }),
        ["strokes"] = o => WithAugmentation(o, copies => copies with { Strokes = 0 }),
        ["stretch"] = o => WithAugmentation(o, copies => copies with { Stretch = 0 }),
        ["dimming"] = o => WithAugmentation(o, copies => copies with { Dimming = 0 }),
        ["code-weights"] = o =>
            o with
            {
                Latent = o.Latent with
                {
                    Categorical = [.. o.Latent.Categorical.Select(code => code with { Lambda = 1 })],
                    Continuous = [.. o.Latent.Continuous.Select(code => code with { Lambda = 1 })],
                },
            },
        ["fast-discriminator"] = o => o with { DiscriminatorLearningRate = Plain.DiscriminatorLearningRate },
        ["uniform-weights"] = o => o with { DiscriminatorWeightDeviation = Plain.DiscriminatorWeightDeviation },
        ["real-statistics"] = o => o with { RealStatistics = false },
        ["cool-down"] = o => o with { CoolDown = 0 },
        ["information-bound"] = o => o with { InformationBound = null },
        ["joint-batch-norm"] = o => o with { JointBatchNorm = false },
        ["patch-discriminator"] = o => o with { PatchDiscriminator = false },
        ["conditional-discriminator"] = o => o with { ConditionalDiscriminator = false },
        ["gradient-penalty"] = o => o with { GradientPenalty = 0 },
        ["teachers"] = o => WithTransfer(o, transfer => transfer with { TaughtSteps = 0 }),
        ["neighbors"] = o => WithTransfer(o, transfer => transfer with { NeighborShare = 0 }),
        ["enlarging"] = o => WithTransfer(o, transfer => transfer with { Side = 1 }),
        ["learning-stages"] = o => WithTransfer(o, transfer => transfer with { LearningStages = 0 }),
        ["even-upsampling"] = o => o with { EvenUpsampling = false },
    };

    /// <summary>What can be taken away.</summary>
    public static IReadOnlyCollection<string> Ingredients => Removals.Keys;

    /// <summary>The name of a preset without an ingredient.</summary>
    public static string NameOf(string preset, string ingredient) => $"{preset}-without-{ingredient}";

    /// <summary>The preset of such a name; null where the name is not one, or has no such ingredient.</summary>
    internal static TrainingOptions? Find(string name, IEnumerable<TrainingOptions> presets)
    {
        var found =
            from preset in presets
            from removal in Removals
            where name == NameOf(preset.Preset, removal.Key)
            select LeaveUntaughtCodesFree(removal.Value(preset)) with
            {
                Preset = name,
            };
        return found.FirstOrDefault();
    }

    private static TrainingOptions WithPairs(TrainingOptions options, Func<RealPairs, RealPairs> change) =>
        options with
        {
            RealPairs = change(options.RealPairs!),
        };

    private static TrainingOptions WithTransfer(TrainingOptions options, Func<Transfer, Transfer> change) =>
        options with
        {
            Transfer = options.Transfer is { } transfer ? change(transfer) : null,
        };

    private static TrainingOptions WithAugmentation(TrainingOptions options, Func<Augmentation, Augmentation> change) =>
        WithPairs(options, pairs => pairs with { Augmentation = change(pairs.Augmentation) });

    /// <summary>A code cannot follow what copies no longer show.</summary>
    private static TrainingOptions LeaveUntaughtCodesFree(TrainingOptions options) =>
        options with
        {
            Latent = options.Latent with
            {
                Continuous =
                [
                    .. options.Latent.Continuous.Select(code =>
                        options.Teaches(code.Follows) ? code : code with { Follows = null }
                    ),
                ],
            },
        };
}
