using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using InfoGanMl.Training.Steps;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>
/// A <see cref="HeadStart"/> on a trunk that has seen photographs (<see cref="Transfer"/>). Its starts are heads of Q on the one
/// trunk. First they learn alone, of features that were computed once; then the trunk's last stages learn with them, from the sum of
/// what the heads ask of it. A pair is of two copies of an image, or of copies of an image and one of its neighbors.
/// </summary>
internal sealed class TransferHeadStart : IHeadStart
{
    private const double CoolDown = 0.5; // share of the steps, at the end, over which learning rates fall to 0

    private static readonly Dictionary<AugmentationKind, Tensor> NoAmounts = []; // codes follow nothing here

    private readonly HeadStart _plan;
    private readonly Transfer _transfer;
    private readonly RealImages _images;
    private readonly SeenImages _seen;
    private readonly RandomSource _random;
    private readonly RandomAugmentation _augmentation;
    private readonly PairObjective _objective;
    private readonly InfoGan _gan;
    private readonly FusedAdam _trunkOptimizer;
    private List<RecognizerStart> _ranking;
    private int _step;
    private bool _isTaken;

    /// <summary>Makes the networks and the heads; nothing is trained yet.</summary>
    /// <param name="options">Options with a head start, real pairs and a pretrained trunk.</param>
    /// <param name="images">The real images.</param>
    /// <param name="seen">What the trunk made of them before it learned anything.</param>
    /// <param name="initial">Source of all weights, on the CPU.</param>
    /// <param name="random">Source of pairs and augmentations, for the device to train on.</param>
    public TransferHeadStart(
        TrainingOptions options,
        RealImages images,
        SeenImages seen,
        torch.Generator initial,
        RandomSource random
    )
    {
        (_images, _seen, _random) = (images, seen, random);
        (_plan, _transfer) = (options.HeadStart!, options.Transfer!);
        _augmentation = new(options.RealPairs!.Augmentation, random);
        _objective = new(options.Latent, options.RealPairs with { Balance = _plan.Balance, Consistency = 0 });
        _gan = new(options, initial, random.Device);
        _gan.RequireTrunkGradients(true);
        _trunkOptimizer = new(_gan.LearningTrunk, _transfer.LearningRate);
        _ranking = [.. Enumerable.Range(0, _plan.Starts).Select(_ => Start(_gan.FreshRecognizer(initial)))];

        RecognizerStart Start(RecognizerHead head) => new(_gan, head, head.Parameters, _plan.LearningRate);
    }

    /// <inheritdoc/>
    public IReadOnlyList<RecognizerStart> Ranking => _ranking;

    /// <inheritdoc/>
    public bool IsDone => _step >= _transfer.HeadSteps + _plan.Steps;

    /// <inheritdoc/>
    public (int Updates, int BatchSize) Next =>
        (1, Math.Min(_images.Count, IsOfHeadsAlone ? _transfer.HeadBatchSize : _plan.BatchSize));

    private bool IsOfHeadsAlone => _step < _transfer.HeadSteps;

    /// <inheritdoc/>
    public double Step()
    {
        using var scope = new StepScope();
        _gan.Train(true);
        var (indices, partners) = DrawPairs(Next.BatchSize);
        if (IsOfHeadsAlone)
        {
            StepHeads(indices, partners);
        }
        else
        {
            StepWithTrunk(indices, partners);
        }

        _step++;
        _ranking = [.. _ranking.OrderByDescending(start => start.Information)];
        return _ranking[0].Information;
    }

    /// <inheritdoc/>
    public InfoGan TakeBest()
    {
        _gan.Recognizer.CopyFrom(_ranking[0].Recognizer);
        _gan.RequireTrunkGradients(false);
        _isTaken = true;
        return _gan;
    }

    /// <inheritdoc/>
    public void VisitState(IStateVisitor state)
    {
        state.Visit("head_start_steps", ref _step);
        _gan.VisitState(state);
        _trunkOptimizer.VisitState(state.In("trunk_optimizer"));
        foreach (var (rank, start) in _ranking.Index())
        {
            var part = state.In($"starts.{rank}");
            start.VisitState(part);
            start.Recognizer.VisitState(part);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var start in _ranking)
        {
            start.Dispose();
            start.Recognizer.Dispose();
        }

        _trunkOptimizer.Dispose();
        if (!_isTaken)
        {
            _gan.Dispose();
        }
    }

    private void StepHeads(Tensor indices, Tensor partners)
    {
        var (features, paired) = (_seen.Features.index_select(0, indices), _seen.Features.index_select(0, partners));
        foreach (var start in _ranking)
        {
            start.Step(features, paired, new(paired, NoAmounts), _objective);
        }
    }

    private void StepWithTrunk(Tensor indices, Tensor partners)
    {
        var left = 1 - (double)(_step - _transfer.HeadSteps) / _plan.Steps;
        var cooled = Math.Min(1, left / CoolDown);
        _trunkOptimizer.LearningRate = _transfer.LearningRate * cooled;

        var copies = _augmentation.Apply(_images.At(indices));
        var paired = _augmentation.Apply(_images.At(partners));
        var (trunk, pairedTrunk) = (_gan.Trunk.forward(copies.Images), _gan.Trunk.forward(paired.Images));
        var (end, pairedEnd) = (trunk.detach().requires_grad_(true), pairedTrunk.detach().requires_grad_(true));
        foreach (var start in _ranking)
        {
            start.LearningRate = _plan.LearningRate * cooled;
            start.Step(end, pairedEnd, paired, _objective); // its gradient is added to that of the others
        }

        if (_transfer.LearningStages > 0)
        {
            _trunkOptimizer.Minimize((trunk * end.grad!).sum() + (pairedTrunk * pairedEnd.grad!).sum());
        }
    }

    /// <summary>Images, and for each itself or one of its neighbors.</summary>
    private (Tensor Indices, Tensor Partners) DrawPairs(int count)
    {
        var indices = _images.NextIndices(count);
        var neighbor = _random.Integers((int)_seen.Neighbors.shape[1], count).unsqueeze(1);
        var neighbors = _seen.Neighbors.index_select(0, indices).gather(1, neighbor).squeeze(1);
        return (indices, where(_random.Uniform(count) < _transfer.NeighborShare, neighbors, indices));
    }
}
