using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>Heads of Q that sort what a pretrained trunk saw of the images (<see cref="Transfer.Teachers"/>).</summary>
internal sealed class Teachers : IDisposable
{
    private static readonly Dictionary<AugmentationKind, Tensor> NoAmounts = []; // neighbors differ in more

    private readonly Transfer _plan;
    private readonly SeenImages _seen;
    private readonly RandomSource _random;
    private readonly PairObjective _objective;
    private readonly RankedHeads _heads;
    private int _step;

    /// <summary>Makes them; nothing is trained yet.</summary>
    /// <param name="options">Options with a head start, real pairs and a pretrained trunk.</param>
    /// <param name="seen">What the trunk saw.</param>
    /// <param name="gan">The networks that they are heads of.</param>
    /// <param name="initial">Source of all weights, on the CPU.</param>
    /// <param name="random">Source of pairs, for the device to train on.</param>
    public Teachers(TrainingOptions options, SeenImages seen, InfoGan gan, torch.Generator initial, RandomSource random)
    {
        (_plan, _seen, _random) = (options.Transfer!, seen, random);
        _objective = new(options.Latent, new(Following: 0, Balance: _plan.TeacherBalance));
        var count = Math.Max(_plan.Teachers, options.HeadStart!.Starts);
        _heads = new(count, gan, options.HeadStart.LearningRate, initial);
    }

    /// <summary>The best first.</summary>
    public IReadOnlyList<RecognizerStart> Ranking => _heads.Ranking;

    /// <summary>Whether all updates are done.</summary>
    public bool AreDone => _step >= _plan.TeacherSteps;

    /// <summary>Real pairs in the next update.</summary>
    public int BatchSize => Math.Min(_plan.TeacherBatchSize, _seen.Count);

    /// <summary>One update of each.</summary>
    public void Step()
    {
        var indices = _random.Permutation(_seen.Count).narrow(0, 0, BatchSize);
        var (features, paired) = (_seen.Draw(indices, _random), _seen.Draw(Partners(indices), _random));
        SideBySide.Run(Ranking, teacher => teacher.Step(features, paired, new(paired, NoAmounts), _objective));
        _heads.Sort();
        _step++;
    }

    /// <summary>What each answers, as raw codes [N, code outputs], the best one first.</summary>
    /// <param name="indices">Of the images.</param>
    public IEnumerable<Tensor> Answers(Tensor indices)
    {
        var features = _seen.Mean(indices);
        return Ranking.Select(teacher => teacher.Recognize(features).Codes);
    }

    /// <summary>All that they remember from one step to the next.</summary>
    public void VisitState(IStateVisitor state)
    {
        state.Visit("teacher_steps", ref _step);
        _heads.VisitState(state.In("teachers"));
    }

    /// <inheritdoc/>
    public void Dispose() => _heads.Dispose();

    /// <summary>For each image one of its neighbors, or itself.</summary>
    private Tensor Partners(Tensor indices) =>
        where(_random.Uniform(indices.shape[0]) < _plan.NeighborShare, _seen.Neighbors.Draw(indices, _random), indices);
}
