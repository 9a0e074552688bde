using InfoGanMl.Models.Latents;
using InfoGanMl.Training.Snapshots;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>Q's own layers on top of the trunk.</summary>
/// <param name="features">Trunk activations to features.</param>
/// <param name="codes">Features to the raw code values described at <see cref="LatentSpace"/>.</param>
public sealed class RecognizerHead(LayerModule features, LayerModule codes) : IDisposable
{
    private const double Least = 1e-6; // deviation of answers that are always the same

    /// <summary>Trunk activations to features.</summary>
    public LayerModule Features { get; } = features;

    /// <summary>Features to raw code values.</summary>
    public LayerModule Codes { get; } = codes;

    /// <summary>Everything in it that can be trained.</summary>
    public IEnumerable<Parameter> Parameters => Features.parameters().Concat(Codes.parameters());

    /// <summary>Raw code values for trunk activations.</summary>
    public Tensor Recognize(Tensor trunk) => Codes.forward(Features.forward(trunk));

    /// <summary>Brings the answers that one raw code value has for these trunk activations to mean 0 and a variance.</summary>
    /// <param name="trunk">[N, trunk width].</param>
    /// <param name="value">Which of the values.</param>
    /// <param name="variance">Theirs to be.</param>
    internal void Standardize(Tensor trunk, int value, double variance)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var answers = Recognize(trunk).select(1, value);
        var scale = Math.Sqrt(variance) / answers.std().clamp_min(Least);
        var layer = Codes.LayersWithModules.Last().Module;
        layer.get_parameter("bias")!.select(0, value).sub_(answers.mean()).mul_(scale);
        layer.get_parameter("weight")!.select(0, value).mul_(scale);
    }

    /// <summary>Switches batch norm between batch statistics (training) and running averages (evaluation).</summary>
    internal void Train(bool training)
    {
        Features.train(training);
        Codes.train(training);
    }

    /// <summary>Takes over the weights of another head of the same layers.</summary>
    internal void CopyFrom(RecognizerHead other)
    {
        using var _ = no_grad();
        foreach (var (own, others) in State.Zip(other.State))
        {
            own.Tensor.copy_(others.Tensor);
        }
    }

    /// <summary>Weights, and the running averages of batch norms.</summary>
    internal void VisitState(IStateVisitor state)
    {
        foreach (var (name, tensor) in State)
        {
            state.Visit(name, tensor);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Features.Dispose();
        Codes.Dispose();
    }

    private IEnumerable<(string Name, Tensor Tensor)> State =>
        new[] { Features, Codes }.SelectMany(part =>
            part.state_dict().Select(weight => ($"{part.Network.Name}.{weight.Key}", weight.Value))
        );
}
