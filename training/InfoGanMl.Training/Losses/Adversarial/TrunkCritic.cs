using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>D on the trunk whose batch norms take real and generated images apart, in the pass of each that Q needs, too.</summary>
/// <param name="gan">The networks.</param>
internal sealed class TrunkCritic(InfoGan gan) : ICritic
{
    /// <inheritdoc/>
    public Tensor LooksAt(Candidates images) => images.Images;

    /// <inheritdoc/>
    public (Tensor Real, Tensor Fake) Logits(Candidates real, Candidates fake) =>
        (RealLogits(real, fake), FakeLogits(real, fake));

    /// <inheritdoc/>
    public Tensor RealLogits(Candidates real, Candidates fake) => Logits(real);

    /// <inheritdoc/>
    public Tensor FakeLogits(Candidates real, Candidates fake) => Logits(fake);

    private Tensor Logits(Candidates images) =>
        gan.Discriminate(images.Trunk ?? gan.Trunk.forward(images.Images), images.Categories);
}
