using InfoGanMl.Models;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training;

/// <summary>
/// The InfoGAN objective, min over G, Q and max over D of V(D, G) − λ·L_I(G, Q) (Chen et al. 2016, eq. 6), with the trunk
/// of D and Q learning from V, from L_I and, where the options ask for it, from pairs of real images.
/// </summary>
public sealed class TrainingLoop : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly InfoGan _gan;
    private readonly RealImages _images;
    private readonly LatentSampler _latents;
    private readonly RandomDistortion? _distortion;
    private readonly CodeLikelihood _likelihood;
    private readonly optim.Optimizer _discriminatorOptimizer;
    private readonly optim.Optimizer _generatorOptimizer;
    private int _step;

    /// <summary>Prepares a loop; nothing is trained yet.</summary>
    /// <param name="options">Learning rates, batch size and the weights of the terms.</param>
    /// <param name="gan">The networks to train, in place.</param>
    /// <param name="images">The real images, on the networks' device.</param>
    /// <param name="random">Source of latents and distortions, on the networks' device.</param>
    public TrainingLoop(TrainingOptions options, InfoGan gan, RealImages images, torch.Generator random)
    {
        _options = options;
        _gan = gan;
        _images = images;
        _latents = new(options.Latent, random, random.device);
        _distortion = options.RealPairs is { } pairs ? new(pairs, random) : null;
        _likelihood = new(options.Latent, options.LearnDeviations);
        _discriminatorOptimizer = Adam(gan.DiscriminatorParameters, options.DiscriminatorLearningRate);
        _generatorOptimizer = Adam(gan.GeneratorParameters, options.GeneratorLearningRate);

        optim.Optimizer Adam(IEnumerable<TorchSharp.Modules.Parameter> parameters, double learningRate) =>
            optim.Adam(parameters, learningRate, options.Beta1, options.Beta2);
    }

    /// <summary>One update of D and Q, then one of G.</summary>
    public StepMeasures Step()
    {
        using var scope = NewDisposeScope();
        _gan.Train(true);
        SetLearningRates();

        // One batch of real images and one of generated ones, which serves both updates.
        var real = _images.Next(_options.BatchSize);
        var latents = _latents.Sample(_options.BatchSize);
        var fake = _gan.Generator.forward(latents);

        // D and Q. Real and generated images pass the trunk apart, as each kind has its own batch norm statistics.
        var realTrunk = _gan.Trunk.forward(real);
        var fakeTrunk = _gan.Trunk.forward(fake.detach());
        var discriminatorLoss = AdversarialLoss.OfDiscriminator(
            _gan.Discriminator.forward(realTrunk),
            _gan.Discriminator.forward(fakeTrunk)
        );
        var codes = _likelihood.Measure(_gan.Recognizer.Recognize(fakeTrunk), latents);
        var pairInformation = MeasurePairInformation(real, realTrunk);
        var pairWeight = _options.RealPairs?.Weight ?? 0;
        Minimise(
            discriminatorLoss - _likelihood.Weighted(codes) - pairWeight * pairInformation,
            _discriminatorOptimizer
        );

        // G, through the trunk as it is now. The gradient passes D and Q without being stored for them.
        _gan.RequireDiscriminatorGradients(false);
        var trunk = _gan.Trunk.forward(fake);
        var generatorLoss = AdversarialLoss.OfGenerator(_gan.Discriminator.forward(trunk));
        var recovered = _likelihood.Measure(_gan.Recognizer.Recognize(trunk), latents);
        Minimise(generatorLoss - _likelihood.Weighted(recovered), _generatorOptimizer);
        _gan.RequireDiscriminatorGradients(true);

        return StepMeasures.Read(_options.Latent, discriminatorLoss, generatorLoss, pairInformation, codes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _discriminatorOptimizer.Dispose();
        _generatorOptimizer.Dispose();
    }

    /// <summary>Full learning rates, then, over the cool-down, a straight line to 0.</summary>
    private void SetLearningRates()
    {
        var left = Math.Max(0, 1 - (double)_step++ / _options.Steps);
        var factor = left < _options.CoolDown ? left / _options.CoolDown : 1;
        Set(_discriminatorOptimizer, _options.DiscriminatorLearningRate * factor);
        Set(_generatorOptimizer, _options.GeneratorLearningRate * factor);

        static void Set(optim.Optimizer optimizer, double rate) => optimizer.ParamGroups.Single().LearningRate = rate;
    }

    /// <summary>Σ over categorical codes of the mutual information between Q's answers for each image and its copy.</summary>
    private Tensor MeasurePairInformation(Tensor real, Tensor realTrunk)
    {
        if (_distortion is null)
        {
            return zeros(1, device: real.device).squeeze();
        }

        var copyTrunk = _gan.Trunk.forward(_distortion.Apply(real));
        var logits = _likelihood.CategoricalLogits(_gan.Recognizer.Recognize(realTrunk));
        var copyLogits = _likelihood.CategoricalLogits(_gan.Recognizer.Recognize(copyTrunk));
        return PairInformation.Measure(logits, copyLogits);
    }

    private static void Minimise(Tensor loss, optim.Optimizer optimizer)
    {
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
    }
}
