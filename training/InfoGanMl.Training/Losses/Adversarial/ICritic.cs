using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Adversarial;

/// <summary>A part of D that looks at images by itself: its logits, [N, 1] or [N, patches], say how real they are.</summary>
internal interface ICritic
{
    /// <summary>What it looks at of images: themselves, or what the trunk sees of them.</summary>
    Tensor LooksAt(Candidates images);

    /// <summary>Logits of both batches, which D's update needs.</summary>
    (Tensor Real, Tensor Fake) Logits(Candidates real, Candidates fake);

    /// <summary>Logits of the real batch, which the gradient penalty needs.</summary>
    Tensor RealLogits(Candidates real, Candidates fake);

    /// <summary>Logits of the generated batch, which G's update needs.</summary>
    Tensor FakeLogits(Candidates real, Candidates fake);
}
