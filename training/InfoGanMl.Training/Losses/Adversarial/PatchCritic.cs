using InfoGanMl.Recipes;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>D of patches, without batch norms (<see cref="TrainingOptions.PatchDiscriminator"/>).</summary>
/// <param name="patches">Images to logits [N, patches].</param>
internal sealed class PatchCritic(LayerModule patches) : ICritic
{
    /// <inheritdoc/>
    public Tensor LooksAt(Candidates images) => images.Images;

    /// <inheritdoc/>
    public (Tensor Real, Tensor Fake) Logits(Candidates real, Candidates fake) =>
        (RealLogits(real, fake), FakeLogits(real, fake));

    /// <inheritdoc/>
    public Tensor RealLogits(Candidates real, Candidates fake) => patches.forward(real.Images);

    /// <inheritdoc/>
    public Tensor FakeLogits(Candidates real, Candidates fake) => patches.forward(fake.Images);
}
