using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Adversarial;
using InfoGanMl.Training.Losses.Codes;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Steps;

/// <summary>
/// The InfoGAN objective, min over G, Q and max over D of V(D, G) − λ·L_I(G, Q) (Chen et al. 2016, eq. 6), with the trunk
/// of D and Q learning from V, from L_I and, where the options ask for it, from pairs of real images.
/// </summary>
public sealed class TrainingLoop : IJointLoop
{
    private readonly TrainingOptions _options;
    private readonly InfoGan _gan;
    private readonly RealImages _images;
    private readonly AdversarialGame _game;
    private readonly LatentTensors _latents;
    private readonly CodeLikelihood _likelihood;
    private readonly RandomAugmentation? _augmentation;
    private readonly PairObjective? _pairObjective;
    private readonly GeneratorUpdate _generator;
    private readonly JointOptimizers _optimizers;

    /// <summary>Prepares a loop; nothing is trained yet.</summary>
    /// <param name="options">Learning rates, batch size and the weights of the terms.</param>
    /// <param name="gan">The networks to train, in place.</param>
    /// <param name="images">The real images, on the networks' device.</param>
    /// <param name="random">Source of latents and augmentations, for the networks' device.</param>
    public TrainingLoop(TrainingOptions options, InfoGan gan, RealImages images, RandomSource random)
    {
        _options = options;
        _gan = gan;
        _images = images;
        _game = new(options, gan);
        _latents = new(options.Latent.Space, random);
        _likelihood = new(options.Latent);
        if (options.RealPairs is { } pairs)
        {
            _augmentation = new(pairs.Augmentation, random);
            _pairObjective = new(options.Latent, pairs);
        }

        _generator = new(options, gan, _game, _likelihood);
        _optimizers = new(options, gan);
    }

    /// <summary>One update of D and Q, then one of G.</summary>
    public StepMeasures Step()
    {
        using var scope = new StepScope();
        _gan.Train(true);
        _optimizers.SetLearningRates();

        // One batch of real images and one of generated ones, which serves both updates.
        var real = _images.Next(_options.BatchSize); // [N, C, H, W]
        var latents = _latents.Sample(_options.BatchSize); // [N, latent width]
        var fake = _gan.Generator.forward(latents); // [N, C, H, W]

        // D and Q. For Q, real and generated images pass the trunk apart, as each kind has its own batch norm statistics; these
        // learn of real images even where neither Q nor D looks at that pass.
        var realTrunk = _gan.Trunk.forward(real); // [N, trunk width]
        var fakeTrunk = _gan.Trunk.forward(fake.detach()); // [N, trunk width]
        var codes = _likelihood.Measure(_gan.Recognizer.Recognize(fakeTrunk), latents); // scalars for each code
        var realCodes = _pairObjective is null ? null : _gan.Recognizer.Recognize(realTrunk); // [N, code outputs]
        var authentic = new Candidates(real, realTrunk, CategoriesFoundIn(realCodes));
        var generated = new Candidates(fake.detach(), fakeTrunk, _options.Latent.Space.AllCategoricalIn(latents));
        var (discriminatorLoss, adversarialLoss) = _game.OfDiscriminator(authentic, generated, _optimizers.Step); // scalars
        var (pairObjective, pairInformation) = MeasurePairs(real, realCodes); // scalars
        _optimizers.Discriminator.Minimize(adversarialLoss - _likelihood.Weighted(codes) - pairObjective);

        // G, through the trunk as it is now.
        var generatorLoss = _generator.Run(_optimizers.Generator, authentic, Deceive, latents); // scalar
        _optimizers.Advance();
        return StepMeasures.Read(_options.Latent.Space, discriminatorLoss, generatorLoss, pairInformation, codes);

        Candidates Deceive() => new(fake, _gan.Trunk.forward(fake), generated.Categories);
    }

    void IJointLoop.VisitState(IStateVisitor state) => VisitState(state);

    /// <summary>The networks, their optimizers, and the step that the learning rates are at.</summary>
    internal void VisitState(IStateVisitor state)
    {
        _gan.VisitState(state);
        _optimizers.VisitState(state);
    }

    /// <inheritdoc/>
    public void Dispose() => _optimizers.Dispose();

    /// <summary>Categories that Q finds in real images, where D asks for them.</summary>
    private Tensor? CategoriesFoundIn(Tensor? rawCodes) =>
        _options.ConditionalDiscriminator && rawCodes is not null ? _latents.SampleCategories(rawCodes) : null;

    /// <summary>What trunk and Q maximize on pairs of real images, and the mutual information in it, in nats.</summary>
    private (Tensor Objective, Tensor Information) MeasurePairs(Tensor real, Tensor? rawCodes)
    {
        if (_augmentation is null || _pairObjective is null || rawCodes is null)
        {
            var none = zeros(1, device: real.device).squeeze();
            return (none, none);
        }

        var copies = _augmentation.Apply(real);
        var copyRawCodes = _gan.Recognizer.Recognize(_gan.Trunk.forward(copies.Images));
        var pairs = _pairObjective.Measure(rawCodes, copyRawCodes, copies);
        return (_pairObjective.Weighted(pairs), pairs.Information);
    }
}
