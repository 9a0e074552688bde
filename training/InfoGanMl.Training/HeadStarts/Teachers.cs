using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>Heads of Q that sort what a pretrained trunk saw of the images (<see cref="Transfer.Teachers"/>).</summary>
internal sealed class Teachers : IDisposable
{
    private static readonly Dictionary<AugmentationKind, Tensor> NoAmounts = []; // codes follow nothing here

    private readonly Transfer _plan;
    private readonly SeenImages _seen;
    private readonly RandomSource _random;
    private readonly PairObjective _objective;
    private List<RecognizerStart> _ranking;
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
        _ranking = [.. Enumerable.Range(0, count).Select(_ => Begin(gan.FreshRecognizer(initial)))];

        RecognizerStart Begin(RecognizerHead head) => new(gan, head, head.Parameters, options.HeadStart.LearningRate);
    }

    /// <summary>The best first.</summary>
    public IReadOnlyList<RecognizerStart> Ranking => _ranking;

    /// <summary>Whether all updates are done.</summary>
    public bool AreDone => _step >= _plan.TeacherSteps;

    /// <summary>Real pairs in the next update.</summary>
    public int BatchSize => Math.Min(_plan.TeacherBatchSize, _seen.Count);

    /// <summary>One update of each.</summary>
    public void Step()
    {
        var indices = _random.Permutation(_seen.Count).narrow(0, 0, BatchSize);
        var (features, paired) = (_seen.Draw(indices, _random), _seen.Draw(Partners(indices), _random));
        SideBySide.Run(_ranking, teacher => teacher.Step(features, paired, new(paired, NoAmounts), _objective));
        _ranking = [.. _ranking.OrderByDescending(teacher => teacher.Information)];
        _step++;
    }

    /// <summary>What one of them answers, as raw codes [N, code outputs].</summary>
    /// <param name="rank">Its rank, the best one's being 0.</param>
    /// <param name="indices">Of the images.</param>
    public Tensor Answer(int rank, Tensor indices) => _ranking[rank].Recognize(_seen.Mean(indices)).Codes;

    /// <summary>All that they remember from one step to the next.</summary>
    public void VisitState(IStateVisitor state)
    {
        state.Visit("teacher_steps", ref _step);
        foreach (var (rank, teacher) in _ranking.Index())
        {
            var part = state.In($"teachers.{rank}");
            teacher.VisitState(part);
            teacher.Recognizer.VisitState(part);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var teacher in _ranking)
        {
            teacher.Dispose();
            teacher.Recognizer.Dispose();
        }
    }

    /// <summary>For each image one of its neighbors, or itself.</summary>
    private Tensor Partners(Tensor indices) =>
        where(_random.Uniform(indices.shape[0]) < _plan.NeighborShare, _seen.Neighbors.Draw(indices, _random), indices);
}
