using InfoGanMl.Models;
using InfoGanMl.Models.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>The trainable networks of an InfoGAN: G, and the trunk with the heads of D and Q on it.</summary>
public sealed class InfoGan : IDisposable
{
    /// <summary>Builds all networks with fresh weights.</summary>
    /// <param name="options">Layers, latent space and the deviation of the initial weights.</param>
    /// <param name="random">Source of the weights, on the CPU so that a seed gives the same weights on every device.</param>
    /// <param name="device">Where the networks will run.</param>
    public InfoGan(TrainingOptions options, torch.Generator random, Device device)
    {
        var networks = options.BuildNetworks();
        Generator = Build(networks.Generator);
        Trunk = Build(networks.Trunk);
        Discriminator = Build(networks.Discriminator);
        Features = Build(networks.Features);
        Codes = Build(networks.Codes);

        LayerModule Build(Network network)
        {
            var stack = new LayerModule(network, options.InitialWeightDeviation, random);
            stack.to(device);
            return stack;
        }
    }

    /// <summary>G: latent rows [N, latent width] to images [N, C, H, W] in [0, 1].</summary>
    public LayerModule Generator { get; }

    /// <summary>Layers shared by D and Q: images to trunk activations.</summary>
    public LayerModule Trunk { get; }

    /// <summary>D's head: trunk activations to logits [N, 1].</summary>
    public LayerModule Discriminator { get; }

    /// <summary>Q's head up to the features.</summary>
    public LayerModule Features { get; }

    /// <summary>Q's output units: features to the raw code values described at <see cref="LatentSpace"/>.</summary>
    public LayerModule Codes { get; }

    /// <summary>What G's optimiser updates.</summary>
    public IEnumerable<Parameter> GeneratorParameters => Generator.parameters();

    /// <summary>What D's and Q's optimiser updates: the trunk and both heads.</summary>
    public IEnumerable<Parameter> DiscriminatorParameters =>
        [.. Trunk.parameters(), .. Discriminator.parameters(), .. Features.parameters(), .. Codes.parameters()];

    private IEnumerable<LayerModule> All => [Generator, Trunk, Discriminator, Features, Codes];

    /// <summary>Q's raw outputs for trunk activations.</summary>
    public Tensor Recognize(Tensor trunk) => Codes.forward(Features.forward(trunk));

    /// <summary>Turns gradients of D, Q and the trunk on or off; G's update goes through them without changing them.</summary>
    public void RequireDiscriminatorGradients(bool required)
    {
        foreach (var parameter in DiscriminatorParameters)
        {
            parameter.requires_grad = required;
        }
    }

    /// <summary>Switches batch norm between batch statistics (training) and running averages (evaluation).</summary>
    public void Train(bool training)
    {
        foreach (var stack in All)
        {
            stack.train(training);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var stack in All)
        {
            stack.Dispose();
        }
    }
}
