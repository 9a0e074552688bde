using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Pairs;

/// <summary>
/// How well continuous codes follow the augmentations they are to follow: over a batch, the correlation between the change of
/// Q's answer from image to copy and the amount of the augmentation. A correlation has no scale, so that the prior of the
/// code, not the range of the augmentation, says how much of it G draws.
/// </summary>
public static class CodeFollowing
{
    /// <summary>Least variance, so that codes which do not change at all give 0 and no NaN.</summary>
    private const double Least = 1e-8;

    /// <summary>Σ over the codes that follow something of their correlation, at most 1 each; 0 when there is none.</summary>
    /// <param name="latent">The codes and what they follow.</param>
    /// <param name="rawCodes">[N, code outputs], Q's answer for the images.</param>
    /// <param name="copyRawCodes">[N, code outputs], Q's answer for the copies.</param>
    /// <param name="copies">The copies; nothing is followed in pairs that say no amounts.</param>
    public static Tensor Measure(LatentRecipe latent, Tensor rawCodes, Tensor copyRawCodes, AugmentedCopies copies)
    {
        var total = zeros(1, device: rawCodes.device).squeeze();
        foreach (var (i, code) in latent.Continuous.Index())
        {
            if (code.Follows is { } augmentation && copies.Amounts.TryGetValue(augmentation, out var amount))
            {
                var change = latent.Space.ContinuousIn(copyRawCodes, i) - latent.Space.ContinuousIn(rawCodes, i);
                total += Correlation(change, amount);
            }
        }

        return total;
    }

    private static Tensor Correlation(Tensor a, Tensor b)
    {
        var (centeredA, centeredB) = (a - a.mean(), b - b.mean());
        var variances = centeredA.square().mean() * centeredB.square().mean();
        return (centeredA * centeredB).mean() / (variances + Least).sqrt();
    }
}
