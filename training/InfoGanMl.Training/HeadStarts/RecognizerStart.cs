using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using InfoGanMl.Training.Steps;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>One start of a <see cref="RecognizerHeadStart"/>: networks whose trunk and Q learn from real pairs.</summary>
public sealed class RecognizerStart : IDisposable
{
    private const double NewestWeight = 0.02; // an average over about the last 50 steps: one batch says little

    private readonly FusedAdam _optimizer;

    internal RecognizerStart(InfoGan gan, double learningRate)
    {
        Gan = gan;
        _optimizer = new(gan.Trunk.parameters().Concat(gan.Recognizer.Parameters), learningRate);
    }

    /// <summary>The networks; G and D are as they began.</summary>
    public InfoGan Gan { get; }

    /// <summary>Updates so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Mutual information of real pairs in nats, summed over categorical codes, averaged over about 50 steps.</summary>
    public double Information { get; private set; }

    /// <summary>One update of the trunk and Q.</summary>
    internal void Step(Tensor real, AugmentedCopies copies, PairObjective objective)
    {
        using var scope = NewDisposeScope();
        Gan.Train(true);

        var pairs = objective.Measure(Recognize(real), Recognize(copies.Images), copies);
        _optimizer.Minimize(-objective.Weighted(pairs));

        Steps++;
        Information += Math.Max(NewestWeight, 1.0 / Steps) * (pairs.Information.item<float>() - Information);
    }

    /// <summary>The networks, their optimizer, and how they do.</summary>
    internal void VisitState(IStateVisitor state)
    {
        var (steps, information) = (Steps, Information);
        state.Visit("steps", ref steps);
        state.Visit("information", ref information);
        (Steps, Information) = (steps, information);
        Gan.VisitState(state);
        _optimizer.VisitState(state.In("optimizer"));
    }

    /// <summary>Frees the state of the optimizer; <see cref="Gan"/> stays.</summary>
    public void Dispose() => _optimizer.Dispose();

    private Tensor Recognize(Tensor images) => Gan.Recognizer.Recognize(Gan.Trunk.forward(images));
}
