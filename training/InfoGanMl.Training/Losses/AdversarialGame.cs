using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses;

/// <summary>V(D, G) of eq. 6, played against D and, where the options ask for it, against D of patches.</summary>
/// <param name="gan">The networks.</param>
/// <param name="jointBatchNorm"><see cref="Models.TrainingOptions.JointBatchNorm"/>.</param>
internal sealed class AdversarialGame(InfoGan gan, bool jointBatchNorm)
{
    /// <summary>What D minimises, and the same with what D of patches does.</summary>
    /// <param name="real">[N, C, H, W].</param>
    /// <param name="fake">[N, C, H, W], generated, apart from G's graph.</param>
    /// <param name="realTrunk">What the trunk makes of the real images alone.</param>
    /// <param name="fakeTrunk">What it makes of the generated ones alone.</param>
    public (Tensor Discriminator, Tensor Total) OfDiscriminator(
        Tensor real,
        Tensor fake,
        Tensor realTrunk,
        Tensor fakeTrunk
    )
    {
        var (realLogits, fakeLogits) = jointBatchNorm
            ? DiscriminateJointly(real, fake)
            : (gan.Discriminator.forward(realTrunk), gan.Discriminator.forward(fakeTrunk));
        var loss = AdversarialLoss.OfDiscriminator(realLogits, fakeLogits);
        return gan.Patches is { } patches
            ? (loss, loss + AdversarialLoss.OfDiscriminator(patches.forward(real), patches.forward(fake)))
            : (loss, loss);
    }

    /// <summary>What G minimises, without λ·L_I, against D and against both.</summary>
    /// <param name="real">[N, C, H, W].</param>
    /// <param name="fake">[N, C, H, W], in G's graph.</param>
    /// <param name="fakeTrunk">What the trunk makes of the generated images alone.</param>
    public (Tensor Generator, Tensor Total) OfGenerator(Tensor real, Tensor fake, Tensor fakeTrunk)
    {
        var logits = jointBatchNorm ? DiscriminateJointly(real, fake).Fake : gan.Discriminator.forward(fakeTrunk);
        var loss = AdversarialLoss.OfGenerator(logits);
        return gan.Patches is { } patches
            ? (loss, loss + AdversarialLoss.OfGenerator(patches.forward(fake)))
            : (loss, loss);
    }

    /// <summary>D's logits, [N, 1] each, with batch norm statistics of real and generated images together.</summary>
    private (Tensor Real, Tensor Fake) DiscriminateJointly(Tensor real, Tensor fake)
    {
        var logits = gan.Discriminator.forward(gan.Trunk.forward(cat([real, fake])));
        var parts = logits.split(real.shape[0]);
        return (parts[0], parts[1]);
    }
}
