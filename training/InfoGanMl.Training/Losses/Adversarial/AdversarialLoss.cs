using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>The GAN part of the objective, V(D, G) = E[log D(x)] + E[log(1 − D(G(z, c)))], on D's logits.</summary>
public static class AdversarialLoss
{
    /// <summary>What D minimizes: −log D(x) − log(1 − D(G(z, c))), averaged over the batch.</summary>
    /// <param name="realLogits">[N, 1], or [N, patches]: D's logits of real images.</param>
    /// <param name="fakeLogits">The same of generated images.</param>
    public static Tensor OfDiscriminator(Tensor realLogits, Tensor fakeLogits) =>
        nn.functional.softplus(-realLogits).mean() + nn.functional.softplus(fakeLogits).mean();

    /// <summary>What G minimizes: −log D(G(z, c)), the non-saturating form (Goodfellow et al. 2014, section 3).</summary>
    /// <param name="fakeLogits">[N, 1], or [N, patches]: D's logits of generated images.</param>
    public static Tensor OfGenerator(Tensor fakeLogits) => nn.functional.softplus(-fakeLogits).mean();
}
