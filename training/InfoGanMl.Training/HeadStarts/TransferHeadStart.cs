using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using InfoGanMl.Training.Steps;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>
/// A <see cref="HeadStart"/> on a trunk that has seen photographs (<see cref="Transfer"/>): teachers learn, then heads on the one trunk
/// learn to answer as the best of them, and then from pairs of copies; the trunk's last stages learn what the heads together ask of
/// them.
/// </summary>
internal sealed class TransferHeadStart : IHeadStart
{
    private const double CoolDownShare = 0.5; // share of the steps, at the end, over which learning rates fall to 0

    private readonly HeadStart _plan;
    private readonly Transfer _transfer;
    private readonly RealImages _images;
    private readonly SeenImages _seen;
    private readonly RandomSource _random;
    private readonly RandomAugmentation _augmentation;
    private readonly PairObjective _objective;
    private readonly InfoGan _gan;
    private readonly FusedAdam _trunkOptimizer;
    private readonly Teachers _teachers;
    private readonly RankedHeads _heads;
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
        _objective = PairObjective.OfHeadStart(options);
        _gan = new(options, initial, random.Device);
        _gan.RequireTrunkGradients(true);
        _trunkOptimizer = new(_gan.LearningTrunk, _transfer.LearningRate);
        _teachers = new(options, seen, _gan, initial, random);
        _heads = new(_plan.Starts, _gan, _plan.LearningRate, initial);
    }

    /// <inheritdoc/>
    public IReadOnlyList<RecognizerStart> Ranking => _teachers.AreDone ? _heads.Ranking : _teachers.Ranking;

    /// <inheritdoc/>
    public bool IsDone => _teachers.AreDone && _step >= _plan.Steps;

    /// <inheritdoc/>
    public (int Updates, int BatchSize) Next => (1, _teachers.AreDone ? _plan.BatchSize : _teachers.BatchSize);

    /// <inheritdoc/>
    public double Step()
    {
        using var scope = new StepScope();
        if (!_teachers.AreDone)
        {
            _teachers.Step();
        }
        else if (_step < _transfer.TaughtSteps)
        {
            LearnFromTeachers();
        }
        else
        {
            LearnFromCopies();
        }

        return Ranking[0].Information;
    }

    /// <inheritdoc/>
    public (Tensor Features, Tensor Codes) Recognize(RecognizerStart start, Tensor indices) =>
        _teachers.AreDone ? start.RecognizeImages(_images.At(indices)) : start.Recognize(_seen.Mean(indices));

    /// <inheritdoc/>
    public InfoGan TakeBest()
    {
        _gan.Recognizer.CopyFrom(_heads.Ranking[0].Recognizer);
        _gan.RequireTrunkGradients(false);
        _isTaken = true;
        return _gan;
    }

    /// <inheritdoc/>
    public void VisitState(IStateVisitor state)
    {
        state.Visit("head_start_steps", ref _step);
        _teachers.VisitState(state);
        _gan.VisitState(state);
        _trunkOptimizer.VisitState(state.In("trunk_optimizer"));
        _heads.VisitState(state.In("starts"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _heads.Dispose();
        _teachers.Dispose();
        _trunkOptimizer.Dispose();
        if (!_isTaken)
        {
            _gan.Dispose();
        }
    }

    private void LearnFromTeachers()
    {
        var indices = _images.NextIndices(_plan.BatchSize);
        var trunk = _gan.Trunk.forward(_augmentation.Apply(_images.At(indices)).Images);
        var end = Leaf(trunk);
        foreach (var (start, answers) in _heads.Ranking.Zip(_teachers.Answers(indices)))
        {
            start.Follow(end, answers); // its gradient is added to that of the others
        }

        _step++;
        Update((trunk, end));
    }

    private void LearnFromCopies()
    {
        var images = _images.At(_seen.DrawOfOneStyle(_step, _plan.BatchSize, _random));
        var (copies, others) = (_augmentation.Apply(images), _augmentation.Apply(images));
        var (trunk, pairedTrunk) = (_gan.Trunk.forward(copies.Images), _gan.Trunk.forward(others.Images));
        var (end, pairedEnd) = (Leaf(trunk), Leaf(pairedTrunk));
        var change = others.From(copies);
        var cooled = CoolDown.Factor(_step, _plan.Steps, CoolDownShare);
        _trunkOptimizer.LearningRate = _transfer.LearningRate * cooled;
        foreach (var start in _heads.Ranking)
        {
            start.LearningRate = _plan.LearningRate * cooled;
            start.Step(end, pairedEnd, change, _objective);
        }

        _step++;
        _heads.Sort();
        Update((trunk, end), (pairedTrunk, pairedEnd));
    }

    /// <summary>The heads' loss as the trunk's: what it makes, times the gradient that they left at it.</summary>
    private void Update(params (Tensor Made, Tensor End)[] passes)
    {
        if (_transfer.LearningStages > 0)
        {
            _trunkOptimizer.Minimize(stack(passes.Select(pass => (pass.Made * pass.End.grad!).sum())).sum());
        }
    }

    private static Tensor Leaf(Tensor tensor) => tensor.detach().requires_grad_(true);
}
