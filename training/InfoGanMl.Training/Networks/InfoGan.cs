using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Snapshots;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>The trainable networks of an InfoGAN: G, and the trunk with the heads of D and Q on it.</summary>
public sealed class InfoGan : IDisposable
{
    private readonly Device _device;
    private readonly Precision _precision;

    /// <summary>Builds all networks with fresh weights.</summary>
    /// <param name="options">Layers, latent space and initial weights.</param>
    /// <param name="random">Source of the weights, on the CPU so that a seed gives the same weights on every device.</param>
    /// <param name="device">Where the networks will run.</param>
    public InfoGan(TrainingOptions options, torch.Generator random, Device device)
    {
        (_device, _precision) = (device, options.Precision);
        var networks = options.BuildNetworks();
        Generator = Build(networks.Generator, options.GeneratorWeightDeviation, random);
        Trunk = Build(networks.Trunk, options.DiscriminatorWeightDeviation, random);
        Discriminator = Build(networks.Discriminator, options.DiscriminatorWeightDeviation, random);
        var deviation = options.DiscriminatorWeightDeviation;
        Recognizer = new(Build(networks.Features, deviation, random), Build(networks.Codes, deviation, random));
        // Zeros, with which D begins as one that sees no categories.
        CategoryProjection = options.BuildCategoryProjection() is { } projection ? Build(projection, 0, random) : null;
        Patches = options.BuildPatches() is { } patches ? Build(patches, deviation, random) : null;
    }

    /// <summary>G: latent rows [N, latent width] to images [N, C, H, W] in [0, 1].</summary>
    public LayerModule Generator { get; }

    /// <summary>Layers shared by D and Q: images to trunk activations.</summary>
    public LayerModule Trunk { get; }

    /// <summary>D's head: trunk activations to logits [N, 1].</summary>
    public LayerModule Discriminator { get; }

    /// <summary>What D adds to judge images with their categories, where the options ask for it: one-hot codes to [N, trunk width].</summary>
    public LayerModule? CategoryProjection { get; }

    /// <summary>A further D, where the options ask for it: images to logits of their patches, [N, patches].</summary>
    public LayerModule? Patches { get; }

    /// <summary>Q's head: trunk activations to raw code values.</summary>
    public RecognizerHead Recognizer { get; }

    /// <summary>What G's optimizer updates.</summary>
    public IEnumerable<Parameter> GeneratorParameters => Generator.parameters();

    /// <summary>What D's and Q's optimizer updates: the trunk, both heads, and what else D has.</summary>
    public IEnumerable<Parameter> DiscriminatorParameters =>
        DiscriminatorSide.SelectMany(module => module.parameters());

    /// <summary>Every network.</summary>
    internal IEnumerable<LayerModule> Modules => [Generator, .. DiscriminatorSide];

    private IEnumerable<LayerModule> DiscriminatorSide =>
        new[]
        {
            Trunk,
            Discriminator,
            Recognizer.Features,
            Recognizer.Codes,
            CategoryProjection,
            Patches,
        }.OfType<LayerModule>();

    /// <summary>Turns gradients of D, Q and the trunk on or off; G's update goes through them without changing them.</summary>
    public void RequireDiscriminatorGradients(bool required)
    {
        foreach (var parameter in DiscriminatorParameters)
        {
            parameter.requires_grad = required;
        }
    }

    /// <summary>D's logits [N, 1]: ψ(h) + ⟨V·c, h⟩ (Miyato and Koyama 2018, section 3); without categories, ψ(h).</summary>
    /// <param name="trunk">h, [N, trunk width].</param>
    /// <param name="categories">c, one-hot, [N, categorical width].</param>
    internal Tensor Discriminate(Tensor trunk, Tensor? categories)
    {
        var logits = Discriminator.forward(trunk);
        return CategoryProjection is { } projection && categories is not null
            ? logits + (projection.forward(categories) * trunk).sum(1, keepdim: true)
            : logits;
    }

    /// <summary>Switches batch norm between batch statistics (training) and running averages (evaluation).</summary>
    public void Train(bool training)
    {
        foreach (var module in Modules)
        {
            module.train(training);
        }
    }

    /// <summary>Weights, and the running averages of batch norms.</summary>
    internal void VisitState(IStateVisitor state)
    {
        foreach (var module in Modules)
        {
            var part = state.In(module.Network.Name);
            foreach (var (name, tensor) in module.state_dict())
            {
                part.Visit(name, tensor);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var module in Modules)
        {
            module.Dispose();
        }
    }

    private LayerModule Build(Network network, double? deviation, torch.Generator random)
    {
        var module = new LayerModule(network, deviation, random, _precision);
        module.to(_device);
        return module;
    }
}
