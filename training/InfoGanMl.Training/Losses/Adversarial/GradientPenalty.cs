using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>
/// R1 = γ/2·E[‖∇D(x)‖²] over real images x (Mescheder et al. 2018, eq. 9), D being the sum of its critics. On a pretrained trunk, x is
/// what the trunk sees.
/// </summary>
/// <param name="critics">What is penalized for being steep; patches count by their mean.</param>
/// <param name="gamma">γ.</param>
internal sealed class GradientPenalty(IReadOnlyList<ICritic> critics, double gamma)
{
    private const int StepsBetween = 4; // for speed: with four times the weight (Karras et al. 2020, lazy regularization)

    /// <summary>Whether it counts in a step, the first one being step 0.</summary>
    public bool IsDue(int step) => gamma > 0 && (step + 1) % StepsBetween == 0;

    /// <summary>The penalty of a step that it is due in.</summary>
    /// <param name="real">Real images.</param>
    /// <param name="fake">Generated ones, which joint batch norms take with them.</param>
    public Tensor Measure(Candidates real, Candidates fake)
    {
        var watched = real.Watch();
        var lookedAt = critics
            .Select(critic => critic.LooksAt(watched))
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Tensor>();
        var logits = critics
            .Select(critic => critic.RealLogits(watched, fake).mean([1]).sum())
            .Aggregate((sum, logit) => sum + logit);
        var gradients = autograd.grad([logits], [.. lookedAt], retain_graph: true, create_graph: true);
        var lengths = gradients.Select(gradient => gradient.flatten(1).square().sum(1).mean());
        return StepsBetween * (gamma / 2 * stack(lengths).sum());
    }
}
