using InfoGanMl.Recipes;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses;

/// <summary>V(D, G) of eq. 6, played against D and, where the options ask for it, against D of patches.</summary>
/// <param name="options">Which D there are, and what they see.</param>
/// <param name="gan">The networks.</param>
internal sealed class AdversarialGame(TrainingOptions options, InfoGan gan)
{
    /// <summary>What D minimizes, and the same with what D of patches does.</summary>
    /// <param name="real">Real images.</param>
    /// <param name="fake">Generated ones, apart from G's graph.</param>
    public (Tensor Discriminator, Tensor Total) OfDiscriminator(Candidates real, Candidates fake)
    {
        var (realLogits, fakeLogits) = Discriminate(real, fake);
        var loss = AdversarialLoss.OfDiscriminator(realLogits, fakeLogits);
        return gan.Patches is { } patches
            ? (loss, loss + AdversarialLoss.OfDiscriminator(patches.forward(real.Images), patches.forward(fake.Images)))
            : (loss, loss);
    }

    /// <summary>R1 = γ/2·E[‖∇D(x)‖²] over real images x (Mescheder et al. 2018, eq. 9), with D of patches as a part of D.</summary>
    /// <param name="real">Real images.</param>
    /// <param name="fake">Generated ones, which joint batch norms take with them.</param>
    public Tensor GradientPenalty(Candidates real, Candidates fake)
    {
        var images = real.Images.detach().requires_grad_(true);
        var trunk = options.JointBatchNorm ? real.Trunk : gan.Trunk.forward(images);
        var logits = Discriminate(real with { Images = images, Trunk = trunk }, fake).Real.sum();
        if (gan.Patches is { } patches)
        {
            logits += patches.forward(images).mean([1]).sum();
        }

        var gradients = autograd.grad([logits], [images], retain_graph: true, create_graph: true)[0];
        return options.GradientPenalty / 2 * gradients.flatten(1).square().sum(1).mean();
    }

    /// <summary>What G minimizes, without λ·L_I, against D and against both.</summary>
    /// <param name="real">Real images.</param>
    /// <param name="fake">Generated ones, in G's graph.</param>
    public (Tensor Generator, Tensor Total) OfGenerator(Candidates real, Candidates fake)
    {
        var logits = options.JointBatchNorm ? Discriminate(real, fake).Fake : Discriminate(fake);
        var loss = AdversarialLoss.OfGenerator(logits);
        return gan.Patches is { } patches
            ? (loss, loss + AdversarialLoss.OfGenerator(patches.forward(fake.Images)))
            : (loss, loss);
    }

    /// <summary>D's logits, [N, 1] each.</summary>
    private (Tensor Real, Tensor Fake) Discriminate(Candidates real, Candidates fake)
    {
        if (!options.JointBatchNorm)
        {
            return (Discriminate(real), Discriminate(fake));
        }

        var trunk = gan.Trunk.forward(cat([real.Images, fake.Images])).split(real.Images.shape[0]);
        return (Discriminate(real with { Trunk = trunk[0] }), Discriminate(fake with { Trunk = trunk[1] }));
    }

    /// <summary>ψ(h) + ⟨V·c, h⟩ for the trunk's h (Miyato and Koyama 2018, section 3); without categories, ψ(h).</summary>
    private Tensor Discriminate(Candidates images)
    {
        var logits = gan.Discriminator.forward(images.Trunk);
        return gan.CategoryProjection is { } projection && images.Categories is { } categories
            ? logits + (projection.forward(categories) * images.Trunk).sum(1, keepdim: true)
            : logits;
    }
}

/// <summary>A batch of images that D is shown.</summary>
/// <param name="Images">[N, C, H, W].</param>
/// <param name="Trunk">What the trunk makes of them alone.</param>
/// <param name="Categories">
/// [N, categorical width], one-hot: what generated images were made from, or what Q finds in real ones. Null where D does not
/// ask for them.
/// </param>
internal sealed record Candidates(Tensor Images, Tensor Trunk, Tensor? Categories);
