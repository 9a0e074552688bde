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
internal sealed record Candidates(Tensor Images, Tensor? Trunk, Tensor? Categories)
{
    /// <summary>What D's critics on a pretrained trunk see of them, stage by stage; none where there is no such trunk.</summary>
    public IReadOnlyList<Tensor> Stages { get; init; } = [];

    /// <summary>The same, apart from the graph that made it.</summary>
    public Candidates Apart() =>
        this with
        {
            Images = Images.detach(),
            Trunk = Trunk?.detach(),
            Stages = [.. Stages.Select(stage => stage.detach())],
        };

    /// <summary>The same, apart from the graph, with all that critics look at as the beginning of one: images, and stages of them.</summary>
    public Candidates Watch() => this with { Images = Leaf(Images), Trunk = null, Stages = [.. Stages.Select(Leaf)] };

    private static Tensor Leaf(Tensor tensor) => tensor.detach().requires_grad_(true);
}
