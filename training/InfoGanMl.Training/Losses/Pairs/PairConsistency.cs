using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Pairs;

/// <summary>
/// Cross-entropy between Q's answers for two views of the same real images, each answer being the other's target. Unlike
/// mutual information it has a gradient where both are sure and contradict each other, so that a group of images which went
/// to the wrong category, such as crossed sevens among the nines, is still pulled to where most of its copies go.
/// </summary>
public static class PairConsistency
{
    /// <summary>−½·E[Σ p·log q + Σ q·log p] in nats, the factor before each logarithm taken as a constant.</summary>
    /// <param name="logits">[N, K], a categorical code's logits for the first view: log p up to a constant.</param>
    /// <param name="pairedLogits">[N, K], the logits for the second view: log q up to a constant.</param>
    public static Tensor Measure(Tensor logits, Tensor pairedLogits) =>
        (CrossEntropy(logits, pairedLogits) + CrossEntropy(pairedLogits, logits)) / 2;

    /// <summary>The same, summed over categorical codes.</summary>
    /// <param name="logits">For each code [N, K], the logits for the first view.</param>
    /// <param name="pairedLogits">For each code [N, K], the logits for the second view.</param>
    public static Tensor Measure(IEnumerable<Tensor> logits, IEnumerable<Tensor> pairedLogits) =>
        stack(logits.Zip(pairedLogits, Measure)).sum();

    /// <summary>−E[Σ p·log q] in nats, p being a constant.</summary>
    /// <param name="target">[N, K], logits of p.</param>
    /// <param name="logits">[N, K], logits of q.</param>
    internal static Tensor CrossEntropy(Tensor target, Tensor logits) =>
        -(target.softmax(1).detach() * logits.log_softmax(1)).sum(1).mean();
}
