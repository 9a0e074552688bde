using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Pairs;

/// <summary>
/// How evenly Q spreads real images over its categories: the entropy of its mean answer. The code's prior is uniform, so it
/// should be ln(categories) (Krause et al. 2010, "Discriminative Clustering by Regularized Information Maximization").
/// </summary>
public static class CategoryBalance
{
    /// <summary>Least probability under the logarithm, so that an unused category gives 0·log 0 = 0 and no NaN.</summary>
    private const double Least = 1e-8;

    /// <summary>H(k) = −Σ p̄·log p̄ in nats, p̄ being the mean of both views' answers.</summary>
    /// <param name="logits">[N, K], a categorical code's logits for the first view.</param>
    /// <param name="pairedLogits">[N, K], the logits for the second view.</param>
    public static Tensor Measure(Tensor logits, Tensor pairedLogits)
    {
        var mean = cat([logits, pairedLogits]).softmax(1).mean([0]);
        return -(mean * mean.clamp_min(Least).log()).sum();
    }

    /// <summary>The same, summed over categorical codes.</summary>
    /// <param name="logits">For each code [N, K], the logits for the first view.</param>
    /// <param name="pairedLogits">For each code [N, K], the logits for the second view.</param>
    public static Tensor Measure(IEnumerable<Tensor> logits, IEnumerable<Tensor> pairedLogits) =>
        stack(logits.Zip(pairedLogits, Measure)).sum();
}
