using InfoGanMl.Recipes;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>
/// V(D, G) of eq. 6, played against every critic: D on the trunk and, where the options ask for it, D of patches, or D on the stages of
/// a pretrained trunk.
/// </summary>
internal sealed class AdversarialGame
{
    private readonly ICritic[] _critics; // the one on the trunk, whose losses are reported, first
    private readonly GradientPenalty _penalty;

    /// <summary>Chooses the critics.</summary>
    /// <param name="options">Which D there are, and what they see.</param>
    /// <param name="gan">The networks.</param>
    public AdversarialGame(TrainingOptions options, InfoGan gan)
    {
        _critics =
        [
            options.JointBatchNorm ? new JointTrunkCritic(gan) : new TrunkCritic(gan),
            .. gan.Patches is { } patches ? new[] { new PatchCritic(patches) } : [],
            .. gan.Critics.Select((critic, stage) => new StageCritic(critic, stage)),
        ];
        _penalty = new(_critics, options.GradientPenalty);
    }

    /// <summary>What D minimizes: the first critic's part, and the sum over all with the penalty where it is due.</summary>
    /// <param name="real">Real images.</param>
    /// <param name="fake">Generated ones, apart from G's graph.</param>
    /// <param name="step">The step, the first one being 0.</param>
    public (Tensor Discriminator, Tensor Total) OfDiscriminator(Candidates real, Candidates fake, int step)
    {
        var (first, total) = Sum(critic =>
        {
            var logits = critic.Logits(real, fake);
            return AdversarialLoss.OfDiscriminator(logits.Real, logits.Fake);
        });
        return (first, _penalty.IsDue(step) ? total + _penalty.Measure(real, fake) : total);
    }

    /// <summary>What G minimizes, without λ·L_I, against the first critic and against all.</summary>
    /// <param name="real">Real images.</param>
    /// <param name="fake">Generated ones, in G's graph.</param>
    public (Tensor Generator, Tensor Total) OfGenerator(Candidates real, Candidates fake) =>
        Sum(critic => AdversarialLoss.OfGenerator(critic.FakeLogits(real, fake)));

    private (Tensor First, Tensor Total) Sum(Func<ICritic, Tensor> measure)
    {
        Tensor[] losses = [.. _critics.Select(measure)];
        return (losses[0], losses.Aggregate((sum, loss) => sum + loss));
    }
}
