using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>D on one stage of a pretrained trunk (Projected GAN, Sauer et al. 2021, eq. 3).</summary>
/// <param name="critic">The networks.</param>
/// <param name="stage">Which of the stages it sees.</param>
internal sealed class StageCritic(FeatureCritic critic, int stage) : ICritic
{
    /// <inheritdoc/>
    public Tensor LooksAt(Candidates images) => images.Stages[stage];

    /// <inheritdoc/>
    public (Tensor Real, Tensor Fake) Logits(Candidates real, Candidates fake) => (Judge(real), Judge(fake));

    /// <inheritdoc/>
    public Tensor RealLogits(Candidates real, Candidates fake) => Judge(real);

    /// <inheritdoc/>
    public Tensor FakeLogits(Candidates real, Candidates fake) => Judge(fake);

    private Tensor Judge(Candidates images) => critic.Judge(images.Stages[stage], images.Categories);
}
