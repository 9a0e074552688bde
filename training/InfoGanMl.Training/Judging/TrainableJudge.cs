using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Judging;

/// <summary>The trainable networks of a judge, on the CPU.</summary>
/// <param name="networks">Its layers.</param>
/// <param name="random">Source of the weights, uniform within ±1/√(inputs of a unit).</param>
public sealed class TrainableJudge(JudgeNetworks networks, torch.Generator random) : IDisposable
{
    /// <summary>The layers that the modules were built from.</summary>
    public JudgeNetworks Networks { get; } = networks;

    /// <summary>Images [N, C, H, W] in [0, 1] to features [N, width].</summary>
    public LayerModule Features { get; } = new(networks.Features, weightDeviation: null, random);

    /// <summary>Features to logits [N, classes].</summary>
    public LayerModule Classes { get; } = new(networks.Classes, weightDeviation: null, random);

    /// <summary>What the optimizer updates.</summary>
    public IEnumerable<Parameter> Parameters => Features.parameters().Concat(Classes.parameters());

    /// <summary>Logits [N, classes] for images [N, C, H, W] in [0, 1].</summary>
    public Tensor Classify(Tensor images) => Classes.forward(Features.forward(images));

    /// <summary>Switches batch norm between batch statistics (training) and running averages (evaluation).</summary>
    public void Train(bool training)
    {
        Features.train(training);
        Classes.train(training);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Features.Dispose();
        Classes.Dispose();
    }
}
