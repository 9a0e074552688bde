using InfoGanMl.Recipes;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>
/// V(D, G) of eq. 6, played against every critic: D on the trunk, or on each stage of a pretrained one, and, where the options ask for
/// it, D of patches.
/// </summary>
internal sealed class AdversarialGame
{
    private readonly ICritic[] _onTrunk; // their mean losses are reported
    private readonly ICritic[] _critics; // all
    private readonly GradientPenalty _penalty;

    /// <summary>Chooses the critics.</summary>
    /// <param name="options">Which D there are, and what they see.</param>
    /// <param name="gan">The networks.</param>
    public AdversarialGame(TrainingOptions options, InfoGan gan)
    {
        // On a pretrained trunk, a head on its output would win within a few steps, and say nothing that G can follow.
        _onTrunk =
            options.Transfer is not null ? [.. gan.Critics.Select((critic, stage) => new StageCritic(critic, stage))]
            : options.JointBatchNorm ? [new JointTrunkCritic(gan)]
            : [new TrunkCritic(gan)];
        _critics = [.. _onTrunk, .. gan.Patches is { } patches ? new[] { new PatchCritic(patches) } : []];
        _penalty = new(_critics, options.GradientPenalty);
    }

    /// <summary>What D minimizes: the mean over the critics on the trunk, and the sum over all with the penalty where it is due.</summary>
    /// <param name="real">Real images.</param>
    /// <param name="fake">Generated ones, apart from G's graph.</param>
    /// <param name="step">The step, the first one being 0.</param>
    public (Tensor Discriminator, Tensor Total) OfDiscriminator(Candidates real, Candidates fake, int step)
    {
        var (onTrunk, total) = Sum(critic =>
        {
            var logits = critic.Logits(real, fake);
            return AdversarialLoss.OfDiscriminator(logits.Real, logits.Fake);
        });
        return (onTrunk, _penalty.IsDue(step) ? total + _penalty.Measure(real, fake) : total);
    }

    /// <summary>What G minimizes, without λ·L_I: the mean over the critics on the trunk, and the sum over all.</summary>
    /// <param name="real">Real images.</param>
    /// <param name="fake">Generated ones, in G's graph.</param>
    public (Tensor Generator, Tensor Total) OfGenerator(Candidates real, Candidates fake) =>
        Sum(critic => AdversarialLoss.OfGenerator(critic.FakeLogits(real, fake)));

    private (Tensor OnTrunk, Tensor Total) Sum(Func<ICritic, Tensor> measure)
    {
        Tensor[] losses = [.. _critics.Select(measure)];
        return (Total(losses[.._onTrunk.Length]) / _onTrunk.Length, Total(losses));

        static Tensor Total(Tensor[] losses) => losses.Aggregate((sum, loss) => sum + loss);
    }
}
