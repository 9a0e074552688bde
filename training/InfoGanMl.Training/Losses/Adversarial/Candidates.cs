using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>A batch of images that D is shown.</summary>
/// <param name="Images">[N, C, H, W].</param>
/// <param name="Trunk">
/// [N, trunk width], what the trunk makes of these images alone; null where nobody has asked it yet. Q needs it, too, so that one
/// pass serves both.
/// </param>
/// <param name="Categories">
/// [N, categorical width], one-hot: what generated images were made from, or what Q finds in real ones. Null where D does not
/// ask for them.
/// </param>
internal sealed record Candidates(Tensor Images, Tensor? Trunk, Tensor? Categories);
