using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using TorchSharp;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>Heads of Q on one trunk, in the order of what they have learned.</summary>
internal sealed class RankedHeads : IDisposable
{
    private List<RecognizerStart> _ranking;

    /// <summary>Makes them; nothing is trained yet.</summary>
    /// <param name="count">How many.</param>
    /// <param name="gan">The networks that they are heads of.</param>
    /// <param name="learningRate">Adam's learning rate.</param>
    /// <param name="initial">Source of all weights, on the CPU.</param>
    public RankedHeads(int count, InfoGan gan, double learningRate, torch.Generator initial)
    {
        _ranking = [.. Enumerable.Range(0, count).Select(_ => Begin(gan.FreshRecognizer(initial)))];

        RecognizerStart Begin(RecognizerHead head) => new(gan, head, head.Parameters, learningRate);
    }

    /// <summary>The one of most mutual information first.</summary>
    public IReadOnlyList<RecognizerStart> Ranking => _ranking;

    /// <summary>Ranks them anew.</summary>
    public void Sort() => _ranking = [.. _ranking.OrderByDescending(head => head.Information)];

    /// <summary>All of them, by rank.</summary>
    public void VisitState(IStateVisitor state)
    {
        foreach (var (rank, head) in _ranking.Index())
        {
            var part = state.In($"{rank}");
            head.VisitState(part);
            head.Recognizer.VisitState(part);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var head in _ranking)
        {
            head.Dispose();
            head.Recognizer.Dispose();
        }
    }
}
