using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using InfoGanMl.Training.Steps;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>One start of a head start: a head of Q that learns from real pairs, with a trunk of its own or one of all starts.</summary>
public sealed class RecognizerStart : IDisposable
{
    private const double NewestWeight = 0.02; // an average over about the last 50 steps: one batch says little

    private readonly FusedAdam _optimizer;

    /// <summary>Begins.</summary>
    /// <param name="gan">The networks.</param>
    /// <param name="recognizer">Q's head.</param>
    /// <param name="learning">What this start alone updates.</param>
    /// <param name="learningRate">Adam's learning rate.</param>
    internal RecognizerStart(
        InfoGan gan,
        RecognizerHead recognizer,
        IEnumerable<Parameter> learning,
        double learningRate
    )
    {
        (Gan, Recognizer) = (gan, recognizer);
        _optimizer = new(learning, learningRate);
    }

    /// <summary>The networks; G and D are as they began.</summary>
    public InfoGan Gan { get; }

    /// <summary>Q's head.</summary>
    public RecognizerHead Recognizer { get; }

    /// <summary>Updates so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Mutual information of real pairs in nats, summed over categorical codes, averaged over about 50 steps.</summary>
    public double Information { get; private set; }

    /// <summary>Adam's learning rate of the next update.</summary>
    internal double LearningRate
    {
        set => _optimizer.LearningRate = value;
    }

    /// <summary>Features [n, feature width] and raw codes [n, code outputs] of what a trunk makes of images, without gradients.</summary>
    /// <param name="trunk">[n, trunk width].</param>
    internal (Tensor Features, Tensor Codes) Recognize(Tensor trunk)
    {
        using var _ = no_grad();
        Recognizer.Train(false); // a head of its own is not among the networks' modules
        var features = Recognizer.Features.forward(trunk);
        return (features, Recognizer.Codes.forward(features));
    }

    /// <summary>The same of images [n, C, H, W].</summary>
    internal (Tensor Features, Tensor Codes) RecognizeImages(Tensor images)
    {
        using var _ = no_grad();
        Gan.Train(false);
        return Recognize(Gan.Trunk.forward(images));
    }

    /// <summary>One update, of what a trunk makes of pairs.</summary>
    /// <param name="trunk">[N, trunk width].</param>
    /// <param name="pairedTrunk">The same of the other images of the pairs.</param>
    /// <param name="copies">How those differ.</param>
    /// <param name="objective">What is learned.</param>
    internal void Step(Tensor trunk, Tensor pairedTrunk, AugmentedCopies copies, PairObjective objective)
    {
        using var scope = NewDisposeScope();
        Recognizer.Train(true);
        var pairs = objective.Measure(Recognizer.Recognize(trunk), Recognizer.Recognize(pairedTrunk), copies);
        _optimizer.Minimize(-objective.Weighted(pairs));

        Steps++;
        Information += Math.Max(NewestWeight, 1.0 / Steps) * (pairs.Information.item<float>() - Information);
    }

    /// <summary>One update towards the answers of a teacher: −E[Σ p·log q], summed over categorical codes (Hinton et al. 2015).</summary>
    /// <param name="trunk">[N, trunk width].</param>
    /// <param name="answers">[N, code outputs], the teacher's raw codes.</param>
    internal void Follow(Tensor trunk, Tensor answers)
    {
        using var scope = NewDisposeScope();
        Recognizer.Train(true);
        var space = Gan.Latent;
        var own = space.CategoricalIn(Recognizer.Recognize(trunk));
        _optimizer.Minimize(stack(space.CategoricalIn(answers).Zip(own, PairConsistency.CrossEntropy)).sum());
    }

    /// <summary>Its optimizer, and how it does.</summary>
    internal void VisitState(IStateVisitor state)
    {
        var (steps, information) = (Steps, Information);
        state.Visit("steps", ref steps);
        state.Visit("information", ref information);
        (Steps, Information) = (steps, information);
        _optimizer.VisitState(state.In("optimizer"));
    }

    /// <summary>Frees the state of the optimizer; <see cref="Gan"/> stays.</summary>
    public void Dispose() => _optimizer.Dispose();
}
