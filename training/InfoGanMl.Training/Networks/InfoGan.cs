using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Snapshots;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>The trainable networks of an InfoGAN: G, and the trunk with the heads of D and Q on it.</summary>
public sealed class InfoGan : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly Device _device;

    /// <summary>Builds all networks with fresh weights.</summary>
    /// <param name="options">Layers, latent space and initial weights.</param>
    /// <param name="random">Source of the weights, on the CPU so that a seed gives the same weights on every device.</param>
    /// <param name="device">Where the networks will run.</param>
    public InfoGan(TrainingOptions options, torch.Generator random, Device device)
    {
        (_options, _device) = (options, device);
        var networks = options.BuildNetworks();
        Generator = Build(networks.Generator, options.GeneratorWeightDeviation, random);
        Trunk = Build(networks.Trunk, options.DiscriminatorWeightDeviation, random);
        Discriminator = options.BuildDiscriminator() is { } head
            ? Build(head, options.DiscriminatorWeightDeviation, random)
            : null;
        Recognizer = FreshRecognizer(random);
        // Zeros, with which D begins as one that sees no categories.
        CategoryProjection = options.BuildCategoryProjection() is { } projection ? Build(projection, 0, random) : null;
        Patches = options.BuildPatches() is { } patches
            ? Build(patches, options.DiscriminatorWeightDeviation, random)
            : null;
        Critics = [.. options.BuildFeatureCritics().Select(networks => Critic(networks, random))];
        if (options.Transfer is not null)
        {
            PretrainedTrunk.LoadFixed(Trunk); // a head start turns some gradients on
        }
    }

    /// <summary>G: latent rows [N, latent width] to images [N, C, H, W] in [0, 1].</summary>
    public LayerModule Generator { get; }

    /// <summary>Layers shared by D and Q: images to trunk activations.</summary>
    public LayerModule Trunk { get; }

    /// <summary>D's head: trunk activations to logits [N, 1]; null where D is <see cref="Critics"/> on a pretrained trunk.</summary>
    public LayerModule? Discriminator { get; }

    /// <summary>What D adds to judge images with their categories, where the options ask for it: one-hot codes to [N, trunk width].</summary>
    public LayerModule? CategoryProjection { get; }

    /// <summary>A further D, where the options ask for it: images to logits of their patches, [N, patches].</summary>
    public LayerModule? Patches { get; }

    /// <summary>D on the stages of a pretrained trunk, where there is one.</summary>
    public IReadOnlyList<FeatureCritic> Critics { get; }

    /// <summary>Q's head: trunk activations to raw code values.</summary>
    public RecognizerHead Recognizer { get; }

    /// <summary>Noise and codes.</summary>
    internal LatentSpace Latent => _options.Latent.Space;

    /// <summary>What G's optimizer updates.</summary>
    public IEnumerable<Parameter> GeneratorParameters => Generator.parameters();

    /// <summary>What D's and Q's optimizer updates: the trunk unless it is a pretrained one, both heads, and what else D has.</summary>
    public IEnumerable<Parameter> DiscriminatorParameters =>
        DiscriminatorSide
            .Where(module => !IsPretrained(module))
            .Concat(Critics.SelectMany(critic => critic.Learning))
            .SelectMany(module => module.parameters());

    /// <summary>Every network.</summary>
    internal IEnumerable<LayerModule> Modules =>
        [Generator, .. DiscriminatorSide, .. Critics.SelectMany(critic => critic.Modules)];

    /// <summary>What learns of a pretrained trunk in a head start: its last stages.</summary>
    internal IEnumerable<Parameter> LearningTrunk
    {
        get
        {
            var fixedStages = ResNet18.Stages - _options.Transfer!.LearningStages;
            var fixedLayers = fixedStages == 0 ? 0 : ResNet18.StageEnds(Trunk.Network.Layers)[fixedStages - 1] + 1;
            return Trunk.LayersWithModules.Skip(fixedLayers).SelectMany(layer => layer.Module.parameters());
        }
    }

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

    /// <summary>What a pretrained trunk makes of images [N, C, H, W]: h [N, trunk width], and each stage as D's critics mix it.</summary>
    internal (Tensor Trunk, IReadOnlyList<Tensor> Stages) Look(Tensor images)
    {
        var (output, stages) = Trunk.ForwardWith(ResNet18.StageEnds(Trunk.Network.Layers), images);
        return (output, [.. Critics.Zip(stages, (critic, maps) => critic.Mix(maps))]);
    }

    /// <summary>
    /// Lets D's critics see each stage of a pretrained trunk in the range of these images, [N, C, H, W], and codes that follow
    /// something be drawn as these images have them.
    /// </summary>
    internal void Standardize(Tensor images, RandomSource random)
    {
        using var scope = NewDisposeScope();
        var (trunk, stages) = Trunk.ForwardWith(ResNet18.StageEnds(Trunk.Network.Layers), images);
        foreach (var (critic, maps) in Critics.Zip(stages))
        {
            critic.Standardize(maps, random);
        }

        foreach (var (i, _) in _options.Latent.Continuous.Index().Where(code => code.Item.Follows is not null))
        {
            Recognizer.Standardize(trunk, Latent.CategoricalWidth + i, Latent.Continuous[i].Variance);
        }
    }

    /// <summary>Turns gradients of D, Q and the trunk on or off; G's update goes through them without changing them.</summary>
    public void RequireDiscriminatorGradients(bool required) => RequireGradients(DiscriminatorParameters, required);

    /// <summary>The same of what a pretrained trunk learns; it is off outside of a head start.</summary>
    internal void RequireTrunkGradients(bool required) => RequireGradients(LearningTrunk, required);

    /// <summary>A further head of Q, with fresh weights.</summary>
    internal RecognizerHead FreshRecognizer(torch.Generator random)
    {
        var (networks, deviation) = (_options.BuildNetworks(), _options.DiscriminatorWeightDeviation);
        return new(Build(networks.Features, deviation, random), Build(networks.Codes, deviation, random));
    }

    /// <summary>The logits [N, 1] of D's head: ψ(h) + ⟨V·c, h⟩ (Miyato and Koyama 2018, section 3); without categories, ψ(h).</summary>
    /// <param name="trunk">h, [N, trunk width].</param>
    /// <param name="categories">c, one-hot, [N, categorical width].</param>
    internal Tensor Discriminate(Tensor trunk, Tensor? categories)
    {
        var logits = Discriminator!.forward(trunk);
        return CategoryProjection is { } projection && categories is not null
            ? logits + (projection.forward(categories) * trunk).sum(1, keepdim: true)
            : logits;
    }

    /// <summary>
    /// Switches batch norm between batch statistics (training) and running averages (evaluation); a pretrained trunk keeps its own.
    /// </summary>
    public void Train(bool training)
    {
        foreach (var module in Modules.Where(module => !IsPretrained(module)))
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

    private FeatureCritic Critic(FeatureCriticNetworks networks, torch.Generator random)
    {
        var mix = New(networks.Mix);
        RequireGradients(mix.parameters(), false);
        return new(mix, New(networks.Body), New(networks.Logits), Projection());

        LayerModule New(Network network) => Build(network, _options.DiscriminatorWeightDeviation, random);

        LayerModule? Projection() => networks.Categories is { } categories ? Build(categories, 0, random) : null;
    }

    private bool IsPretrained(LayerModule module) => _options.Transfer is not null && module == Trunk;

    private static void RequireGradients(IEnumerable<Parameter> parameters, bool required)
    {
        foreach (var parameter in parameters)
        {
            parameter.requires_grad = required;
        }
    }

    private LayerModule Build(Network network, double? deviation, torch.Generator random)
    {
        var module = new LayerModule(network, deviation, random, _options.Precision);
        module.to(_device);
        return module;
    }
}
