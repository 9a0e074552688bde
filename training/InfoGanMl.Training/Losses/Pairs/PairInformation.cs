using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Pairs;

/// <summary>
/// Mutual information between Q's answers for two views of the same real images (Ji et al. 2019, eq. 3): high when both
/// views get the same category and all categories are used alike.
/// </summary>
public static class PairInformation
{
    /// <summary>Least joint probability, so that an unused pair of categories gives 0·log 0 = 0 and no NaN.</summary>
    private const double Least = 1e-8;

    /// <summary>I(k, k') = Σ P·(log P − log row − log column), in nats, at most ln(categories).</summary>
    /// <param name="logits">[N, K], a categorical code's logits for the first view.</param>
    /// <param name="pairedLogits">[N, K], the logits for the second view.</param>
    public static Tensor Measure(Tensor logits, Tensor pairedLogits)
    {
        var joint = logits.softmax(1).t().mm(pairedLogits.softmax(1)) / logits.shape[0];
        joint = ((joint + joint.t()) / 2).clamp_min(Least);
        var marginal = joint.sum(1);
        return (joint * (joint.log() - marginal.log().unsqueeze(0) - marginal.log().unsqueeze(1))).sum();
    }

    /// <summary>The same, summed over categorical codes.</summary>
    /// <param name="logits">For each code [N, K], the logits for the first view.</param>
    /// <param name="pairedLogits">For each code [N, K], the logits for the second view.</param>
    public static Tensor Measure(IEnumerable<Tensor> logits, IEnumerable<Tensor> pairedLogits) =>
        stack(logits.Zip(pairedLogits, Measure)).sum();
}
