using InfoGanMl.Models.Checks;
using InfoGanMl.Recipes.Networks;
using static System.FormattableString;

namespace InfoGanMl.Recipes.Ingredients;

/// <summary>
/// The trunk has seen photographs before: it is <see cref="ResNet18"/> with the weights of ML.NET's featurizer, which ImageNet's
/// labels taught (transfer learning, Yosinski et al. 2014). In the head start its last stages and Q learn from real pairs; then it
/// stays as it is, for D, Q and G.
/// </summary>
/// <param name="LearningStages">Stages of the trunk, from the last one back, that learn in the head start.</param>
/// <param name="LearningRate">Adam's learning rate for them; a fast one takes away what the trunk knows.</param>
/// <param name="HeadSteps">
/// Updates of the heads alone, on features of the trunk as it came, before its stages join in. They cost next to nothing, and from
/// heads that know nothing the trunk learns to answer all images alike.
/// </param>
/// <param name="HeadBatchSize">Real pairs in one of these.</param>
/// <param name="Neighbors">
/// Images that count as an image's neighbors: the nearest by cosine of the features (SCAN, Van Gansbeke et al. 2020, section 2.2).
/// </param>
/// <param name="NeighborShare">Share of the pairs that are of an image and a neighbor, and not of an image with itself.</param>
/// <param name="NeighborSide">
/// Pixels that the shorter side is enlarged to for neighbors to be found, where it has less: the trunk knows larger pictures than
/// those that G draws.
/// </param>
public sealed record Transfer(
    int LearningStages = 2,
    double LearningRate = 1e-4,
    int HeadSteps = 900,
    int HeadBatchSize = 1024,
    int Neighbors = 10,
    double NeighborShare = 0.5,
    int NeighborSide = 128
)
{
    internal IEnumerable<string> FindMistakes() =>
        Require
            .AtLeast(0, ("Transfer.LearningStages", LearningStages), ("Transfer.HeadSteps", HeadSteps))
            .Concat(Require.AtLeast(1, ("Transfer.Neighbors", Neighbors), ("Transfer.NeighborSide", NeighborSide)))
            .Concat(Require.AtLeast(2, ("Transfer.HeadBatchSize", HeadBatchSize)))
            .Concat(Require.AtMost(ResNet18.Stages, ("Transfer.LearningStages", LearningStages)))
            .Concat(Require.AtMost(RecipeLimits.Steps, ("Transfer.HeadSteps", HeadSteps)))
            .Concat(Require.AtMost(RecipeLimits.Batch, ("Transfer.HeadBatchSize", HeadBatchSize)))
            .Concat(Require.AtMost(RecipeLimits.Neighbors, ("Transfer.Neighbors", Neighbors)))
            .Concat(Require.AtMost(Limits.ImageSide, ("Transfer.NeighborSide", NeighborSide)))
            .Concat(Require.Positive(("Transfer.LearningRate", LearningRate)))
            .Concat(
                NeighborShare is >= 0 and <= 1
                    ? []
                    : [Invariant($"Transfer.NeighborShare is {NeighborShare}; expected at least 0 and at most 1.")]
            );
}
