using InfoGanMl.Models;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training;

/// <summary>Carries out a <see cref="HeadStart"/>: the trunk and Q learn from pairs of real images alone.</summary>
public sealed class RecognizerHeadStart : IDisposable
{
    private readonly int _batchSize;
    private readonly InfoGan _gan;
    private readonly RealImages _images;
    private readonly RandomDistortion _distortion;
    private readonly PairObjective _objective;
    private readonly FusedAdam _optimizer;

    /// <summary>Prepares a head start; nothing is trained yet.</summary>
    /// <param name="options">Options with a head start and real pairs.</param>
    /// <param name="gan">The networks, whose trunk and Q are trained in place.</param>
    /// <param name="images">The real images, on the networks' device.</param>
    /// <param name="random">Source of distortions, on the networks' device.</param>
    public RecognizerHeadStart(TrainingOptions options, InfoGan gan, RealImages images, torch.Generator random)
    {
        var (plan, pairs) = (options.HeadStart!, options.RealPairs!);
        _batchSize = plan.BatchSize;
        _gan = gan;
        _images = images;

        // Cross-entropy would make all answers the same before there are any; strokes only slow Q down.
        _distortion = new(pairs.Distortions with { Strokes = 0 }, random);
        _objective = new(options.Latent, pairs with { Balance = plan.Balance, Consistency = 0, Following = 0 });
        _optimizer = new(gan.Trunk.parameters().Concat(gan.Recognizer.Parameters), plan.LearningRate);
    }

    /// <summary>One update of the trunk and Q.</summary>
    /// <returns>Mutual information of the pairs in nats, summed over categorical codes.</returns>
    public double Step()
    {
        using var scope = NewDisposeScope();
        _gan.Train(true);

        var real = _images.Next(_batchSize);
        var copies = _distortion.Apply(real);
        var pairs = _objective.Measure(Recognize(real), Recognize(copies.Images), copies);

        _optimizer.Minimise(-_objective.Weighted(pairs));
        return pairs.Information.item<float>();
    }

    /// <inheritdoc/>
    public void Dispose() => _optimizer.Dispose();

    private Tensor Recognize(Tensor images) => _gan.Recognizer.Recognize(_gan.Trunk.forward(images));
}
