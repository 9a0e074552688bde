using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Adversarial;
using InfoGanMl.Training.Losses.Codes;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Steps;

/// <summary>
/// The objective of <see cref="TrainingLoop"/> on a trunk that has seen photographs and stays as it is: D learns on its stages, Q's
/// free codes on its output, and G through it. The rest of Q stays as the head start left it.
/// </summary>
internal sealed class PretrainedTrunkLoop : IJointLoop
{
    private const int StandardizedOn = 256; // real images

    private readonly TrainingOptions _options;
    private readonly InfoGan _gan;
    private readonly RealImages _images;
    private readonly AdversarialGame _game;
    private readonly LatentTensors _latents;
    private readonly CodeLikelihood _likelihood;
    private readonly RandomAugmentation? _variation;
    private readonly GeneratorUpdate _generator;
    private readonly JointOptimizers _optimizers;

    /// <summary>Prepares a loop; nothing is trained yet.</summary>
    /// <param name="options">Learning rates, batch size and the weights of the terms.</param>
    /// <param name="gan">The networks to train, in place.</param>
    /// <param name="images">The real images, on the networks' device.</param>
    /// <param name="random">Source of latents and variations, for the networks' device.</param>
    public PretrainedTrunkLoop(TrainingOptions options, InfoGan gan, RealImages images, RandomSource random)
    {
        (_options, _gan, _images) = (options, gan, images);
        _game = new(options, gan);
        _latents = new(options.Latent.Space, random);
        _likelihood = new(options.Latent);
        _variation = options.Variation is { } variation ? new(variation, random) : null;
        _generator = new(options, gan, _game, _likelihood);
        _optimizers = new(options, gan);

        // Of its own, as a run that goes on gets here, too, and must draw what comes next as it would have.
        using var mixtures = new RandomSource((ulong)options.Seed, random.Device);
        using var some = images.EveryNth(1 + (images.Count - 1) / StandardizedOn, first: 0);
        gan.Standardize(some, mixtures);
    }

    /// <inheritdoc/>
    public StepMeasures Step()
    {
        using var scope = new StepScope();
        _gan.Train(true);
        _optimizers.SetLearningRates();

        // One pass of each batch through the trunk serves all: it does not change between the updates.
        var latents = _latents.Sample(_options.BatchSize); // [N, latent width]
        var authentic = See(_images.Next(_options.BatchSize), CategoriesFoundIn);
        var generated = See(_gan.Generator.forward(latents), _ => _options.Latent.Space.AllCategoricalIn(latents));

        // D, and Q's free codes.
        var apart = generated.Apart();
        var codes = _likelihood.Measure(_gan.Recognizer.Recognize(apart.Trunk!), latents); // scalars for each code
        var taught = codes with // 0 times the others and not without their graph, as Adam asks for a gradient of every weight
        {
            Categorical = [.. codes.Categorical.Select(code => 0 * code)],
            Continuous = [.. codes.Continuous.Select((code, i) => Follows(i) ? 0 * code : code)],
        };
        var (discriminatorLoss, adversarialLoss) = _game.OfDiscriminator(authentic, apart, _optimizers.Step); // scalars
        _optimizers.Discriminator.Minimize(adversarialLoss - _likelihood.Weighted(taught));

        var generatorLoss = _generator.Run(_optimizers.Generator, authentic, () => generated, latents); // scalar
        _optimizers.Advance();
        var none = zeros(1, device: latents.device).squeeze();
        return StepMeasures.Read(_options.Latent.Space, discriminatorLoss, generatorLoss, none, codes);
    }

    /// <inheritdoc/>
    public void VisitState(IStateVisitor state)
    {
        _gan.VisitState(state);
        _optimizers.VisitState(state);
    }

    /// <inheritdoc/>
    public void Dispose() => _optimizers.Dispose();

    /// <summary>What the trunk makes of a batch, varied, and its categories, where D asks for them.</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="categoriesOf">Finds them, given what the trunk makes of the images.</param>
    private Candidates See(Tensor images, Func<Tensor, Tensor> categoriesOf)
    {
        var varied = _variation?.Apply(images).Images ?? images;
        var (trunk, stages) = _gan.Look(varied);
        var categories = _options.ConditionalDiscriminator ? categoriesOf(trunk) : null;
        return new(varied, trunk, categories) { Stages = stages };
    }

    private bool Follows(int code) => _options.Latent.Continuous[code].Follows is not null;

    private Tensor CategoriesFoundIn(Tensor trunk) => _latents.SampleCategories(_gan.Recognizer.Recognize(trunk));
}
