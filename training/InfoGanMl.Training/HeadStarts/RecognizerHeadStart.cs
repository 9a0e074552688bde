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
/// Carries out a <see cref="HeadStart"/>: the trunk and Q learn from pairs of real images alone. Where the plan has several
/// starts, they learn from the same pairs, side by side, and the networks of the best one go on.
/// </summary>
public sealed class RecognizerHeadStart : IHeadStart
{
    private readonly HeadStart _plan;
    private readonly RealImages _images;
    private readonly RandomAugmentation _augmentation;
    private readonly PairObjective _objective;
    private List<RecognizerStart> _ranking; // the best first; those that dropped out last
    private int _step;

    /// <summary>Makes the networks of every start; nothing is trained yet.</summary>
    /// <param name="options">Options with a head start and real pairs.</param>
    /// <param name="images">The real images.</param>
    /// <param name="initial">Source of all weights, on the CPU.</param>
    /// <param name="random">Source of augmentations, for the device to train on.</param>
    public RecognizerHeadStart(TrainingOptions options, RealImages images, torch.Generator initial, RandomSource random)
    {
        _plan = options.HeadStart!;
        _images = images;

        // Strokes only slow Q down.
        _augmentation = new(options.RealPairs!.Augmentation with { Strokes = 0 }, random);
        _objective = PairObjective.OfHeadStart(options);
        _ranking = [.. Enumerable.Range(0, _plan.Starts).Select(_ => Start(new(options, initial, random.Device)))];

        RecognizerStart Start(InfoGan gan) =>
            new(gan, gan.Recognizer, gan.Trunk.parameters().Concat(gan.Recognizer.Parameters), _plan.LearningRate);
    }

    /// <summary>All starts, the best of those that are left first; those that dropped out follow, the last of them first.</summary>
    public IReadOnlyList<RecognizerStart> Ranking => _ranking;

    /// <summary>Whether all updates are done.</summary>
    public bool IsDone => _step >= _plan.Steps;

    /// <summary>Starts that take part in the next step, and real images in the batch of each.</summary>
    public (int Updates, int BatchSize) Next => (_plan.StartsLeftAt(_step), _plan.BatchSize);

    /// <summary>One update of every start that is left, after which some may drop out.</summary>
    /// <returns>Mutual information of the best one, in nats (<see cref="RecognizerStart.Information"/>).</returns>
    public double Step()
    {
        using var scope = new StepScope();
        var real = _images.Next(_plan.BatchSize);
        var copies = _augmentation.Apply(real);

        var left = _ranking[.._plan.StartsLeftAt(_step++)];
        SideBySide.Run(left, Learn);

        // One whose weights have become no numbers ranks last.
        _ranking = [.. left.OrderByDescending(start => start.Information), .. _ranking[left.Count..]];
        return _ranking[0].Information;

        void Learn(RecognizerStart start)
        {
            using var own = NewDisposeScope();
            start.Gan.Train(true);
            start.Step(start.Gan.Trunk.forward(real), start.Gan.Trunk.forward(copies.Images), copies, _objective);
        }
    }

    (Tensor Features, Tensor Codes) IHeadStart.Recognize(RecognizerStart start, Tensor indices) =>
        start.RecognizeImages(_images.At(indices));

    /// <summary>The networks of the best start, which the caller owns; <see cref="Dispose"/> frees the others.</summary>
    public InfoGan TakeBest()
    {
        var best = _ranking[0];
        best.Dispose();
        _ranking.Remove(best);
        return best.Gan;
    }

    /// <summary>Every start, in the order of the ranking.</summary>
    void IHeadStart.VisitState(IStateVisitor state)
    {
        state.Visit("head_start_steps", ref _step);
        foreach (var (rank, start) in _ranking.Index())
        {
            var part = state.In($"starts.{rank}");
            start.VisitState(part);
            start.Gan.VisitState(part);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var start in _ranking)
        {
            start.Dispose();
            start.Gan.Dispose();
        }
    }
}
