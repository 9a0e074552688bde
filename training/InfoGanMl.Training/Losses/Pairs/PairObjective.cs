using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Pairs;

/// <summary>What the trunk and Q learn from real images and their augmented copies (<see cref="RealPairs"/>).</summary>
public sealed class PairObjective(LatentRecipe latent, RealPairs weights)
{
    /// <summary>That of a head start, where cross-entropy would make all answers the same before there are any.</summary>
    /// <param name="options">Options with a head start and real pairs.</param>
    internal static PairObjective OfHeadStart(TrainingOptions options)
    {
        var plan = options.HeadStart!;
        return new(
            options.Latent,
            options.RealPairs! with
            {
                Balance = plan.Balance,
                Consistency = 0,
                Following = plan.Following,
            }
        );
    }

    /// <summary>Measures Q's answers for a batch and its copies.</summary>
    /// <param name="rawCodes">[N, code outputs] for the images.</param>
    /// <param name="copyRawCodes">[N, code outputs] for the copies.</param>
    /// <param name="copies">The copies.</param>
    public PairMeasures Measure(Tensor rawCodes, Tensor copyRawCodes, AugmentedCopies copies)
    {
        var (logits, copyLogits) = (latent.Space.CategoricalIn(rawCodes), latent.Space.CategoricalIn(copyRawCodes));
        return new(
            PairInformation.Measure(logits, copyLogits),
            CategoryBalance.Measure(logits, copyLogits),
            PairConsistency.Measure(logits, copyLogits),
            CodeFollowing.Measure(latent, rawCodes, copyRawCodes, copies)
        );
    }

    /// <summary>What the trunk and Q maximize beside the paper's objective.</summary>
    public Tensor Weighted(PairMeasures pairs) =>
        weights.Information * (pairs.Information + weights.Balance * pairs.Balance)
        - weights.Consistency * pairs.CrossEntropy
        + weights.Following * pairs.Following;
}

/// <summary>Scalars of a batch of pairs.</summary>
/// <param name="Information">Mutual information of the categorical answers in nats (<see cref="PairInformation"/>).</param>
/// <param name="Balance">Entropy of the mean categorical answers in nats (<see cref="CategoryBalance"/>).</param>
/// <param name="CrossEntropy">Their cross-entropy in nats (<see cref="PairConsistency"/>).</param>
/// <param name="Following">Sum of correlations of continuous codes with augmentations (<see cref="CodeFollowing"/>).</param>
public sealed record PairMeasures(Tensor Information, Tensor Balance, Tensor CrossEntropy, Tensor Following);
