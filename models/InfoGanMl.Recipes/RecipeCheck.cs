using InfoGanMl.Models.Checks;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes;

/// <summary>What keeps options from being trained: numbers, and parts that do not go together.</summary>
internal static class RecipeCheck
{
    /// <summary>All that is wrong with them; a sentence each.</summary>
    public static IEnumerable<string> FindMistakes(TrainingOptions o) =>
        [
            .. o.Latent.FindMistakes(),
            .. Require.AtLeast(0, (nameof(o.Seed), o.Seed)),
            .. o.Image.FindMistakes(),
            .. Require.AtMost(RecipeLimits.Steps, (nameof(o.Steps), o.Steps)),
            .. Require.AtMost(RecipeLimits.Batch, (nameof(o.BatchSize), o.BatchSize)),
            .. Require.AtLeast(1, (nameof(o.Steps), o.Steps), (nameof(o.ReportEvery), o.ReportEvery)),
            .. Require.AtLeast(1, (nameof(o.CheckpointEvery), o.CheckpointEvery)),
            .. Require.AtLeast(2, (nameof(o.BatchSize), o.BatchSize)), // batch norm has no variance on one row
            .. Require.Positive(
                (nameof(o.DiscriminatorLearningRate), o.DiscriminatorLearningRate),
                (nameof(o.GeneratorLearningRate), o.GeneratorLearningRate),
                (nameof(o.GeneratorWeightDeviation), o.GeneratorWeightDeviation ?? 1),
                (nameof(o.DiscriminatorWeightDeviation), o.DiscriminatorWeightDeviation ?? 1),
                (nameof(o.InformationBound), o.InformationBound ?? 1)
            ),
            .. Require.NotNegative((nameof(o.GradientPenalty), o.GradientPenalty)),
            .. Require.Fraction(
                (nameof(o.Beta1), o.Beta1),
                (nameof(o.Beta2), o.Beta2),
                (nameof(o.CoolDown), o.CoolDown)
            ),
            .. o.RealPairs?.FindMistakes() ?? [],
            .. o.HeadStart?.FindMistakes() ?? [],
            .. o.Transfer?.FindMistakes() ?? [],
            .. o.Variation?.FindMistakes() ?? [],
            .. FindMissingPairs(o),
            .. o.Transfer is null ? [] : FindForeignTrunk(o),
            .. FindUnevenKernels(o),
            .. FindMisfits(o),
        ];

    private static IEnumerable<string> FindMissingPairs(TrainingOptions o)
    {
        if (o.RealPairs is null && o.HeadStart is not null)
        {
            yield return "HeadStart is set without RealPairs; expected both, as it learns from real pairs.";
        }

        if (o.RealPairs is null && o.ConditionalDiscriminator)
        {
            yield return "ConditionalDiscriminator is set without RealPairs; expected both, as Q learns from real pairs which"
                + " categories real images have.";
        }

        if (o.RealPairs is not null && o.Latent.Categorical.Count == 0)
        {
            yield return "RealPairs is set without a categorical code; expected one, as its answers are what is compared.";
        }

        foreach (var code in o.Latent.Continuous.Where(code => !o.Teaches(code.Follows)))
        {
            yield return $"code '{code.Name}' follows {code.Follows} that RealPairs does not teach; expected a RealPairs with a"
                + " range of it and a weight of Following above 0.";
        }
    }

    private static IEnumerable<string> FindForeignTrunk(TrainingOptions o)
    {
        if (o.Image.Channels != 3)
        {
            yield return $"Transfer is set for images of {o.Image}; expected three channels, as its trunk has seen photographs in color.";
        }
        else if (!o.Architecture.Trunk.SequenceEqual(ResNet18.For(o.Image)))
        {
            yield return "Transfer is set with another trunk than ResNet18's; expected its layers, as the weights are of them.";
        }

        if (o.HeadStart is null)
        {
            yield return "Transfer is set without HeadStart; expected both, as the trunk learns nothing of the images otherwise.";
        }
    }

    private static IEnumerable<string> FindUnevenKernels(TrainingOptions o) =>
        from up in o.EvenUpsampling ? o.Architecture.Generator.OfType<TransposedConv>() : []
        where up.Stride > 0 && up.Kernel % up.Stride != 0
        select $"EvenUpsampling is set with a transposed convolution of kernel {up.Kernel} and stride {up.Stride}; expected a kernel"
            + " that is a multiple of the stride.";

    private static List<string> FindMisfits(TrainingOptions o)
    {
        if (o.Latent.Space.FindExcesses().Concat(o.Image.FindMistakes()).Any())
        {
            return []; // no network could be bound to them
        }

        try
        {
            o.BuildNetworks();
            o.BuildPatches();
            return [];
        }
        catch (ArgumentException misfit)
        {
            return [misfit.Message];
        }
    }
}
