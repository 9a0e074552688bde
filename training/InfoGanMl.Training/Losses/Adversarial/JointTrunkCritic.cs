using InfoGanMl.Recipes;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>
/// D on the trunk whose batch norms take real and generated images as one batch, in a pass of its own
/// (<see cref="TrainingOptions.JointBatchNorm"/>). Logits of one kind therefore depend on the other kind, too.
/// </summary>
/// <param name="gan">The networks.</param>
internal sealed class JointTrunkCritic(InfoGan gan) : ICritic
{
    /// <inheritdoc/>
    public Tensor LooksAt(Candidates images) => images.Images;

    /// <inheritdoc/>
    public (Tensor Real, Tensor Fake) Logits(Candidates real, Candidates fake)
    {
        var trunk = PassTogether(real, fake);
        return (gan.Discriminate(trunk.Real, real.Categories), gan.Discriminate(trunk.Fake, fake.Categories));
    }

    /// <inheritdoc/>
    public Tensor RealLogits(Candidates real, Candidates fake) =>
        gan.Discriminate(PassTogether(real, fake).Real, real.Categories);

    /// <inheritdoc/>
    public Tensor FakeLogits(Candidates real, Candidates fake) =>
        gan.Discriminate(PassTogether(real, fake).Fake, fake.Categories);

    /// <summary>Trunk activations [N, trunk width] of each kind.</summary>
    private (Tensor Real, Tensor Fake) PassTogether(Candidates real, Candidates fake)
    {
        var trunk = gan.Trunk.forward(cat([real.Images, fake.Images])).split(real.Images.shape[0]);
        return (trunk[0], trunk[1]);
    }
}
