using InfoGanMl.Models.Latents;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>Q's own layers on top of the trunk.</summary>
/// <param name="features">Trunk activations to features.</param>
/// <param name="codes">Features to the raw code values described at <see cref="LatentSpace"/>.</param>
public sealed class RecognizerHead(LayerModule features, LayerModule codes)
{
    /// <summary>Trunk activations to features.</summary>
    public LayerModule Features { get; } = features;

    /// <summary>Features to raw code values.</summary>
    public LayerModule Codes { get; } = codes;

    /// <summary>Everything in it that can be trained.</summary>
    public IEnumerable<Parameter> Parameters => Features.parameters().Concat(Codes.parameters());

    /// <summary>Raw code values for trunk activations.</summary>
    public Tensor Recognize(Tensor trunk) => Codes.forward(Features.forward(trunk));
}
