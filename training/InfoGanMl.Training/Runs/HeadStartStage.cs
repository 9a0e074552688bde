using InfoGanMl.Recipes;
using InfoGanMl.Training.HeadStarts;
using InfoGanMl.Training.HeadStarts.Seeing;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;

namespace InfoGanMl.Training.Runs;

/// <summary>The trunk and Q learn from real pairs alone.</summary>
internal sealed class HeadStartStage : IStage, IDisposable
{
    private readonly IHeadStart _headStart;

    /// <summary>Makes the networks of every start.</summary>
    /// <param name="options">What to compute.</param>
    /// <param name="session">What the stages of the run share.</param>
    /// <param name="seen">What a trunk that has seen photographs made of the images; null where it has not.</param>
    public HeadStartStage(TrainingOptions options, TrainingSession session, SeenImages? seen) =>
        _headStart = IHeadStart.Begin(options, session.Images, seen, session.Initial, session.Random);

    /// <inheritdoc/>
    public bool IsDone => _headStart.IsDone;

    /// <summary>The starts, the best one first.</summary>
    public IReadOnlyList<RecognizerStart> Ranking => _headStart.Ranking;

    /// <summary>Whether there are starts with networks of their own to compare.</summary>
    public bool HasSeveralTrunks => Ranking.Select(start => start.Gan).Distinct().Count() > 1;

    /// <inheritdoc/>
    public StageStep Step()
    {
        var (updates, batch) = _headStart.Next; // some starts may drop out after the step
        return new(updates, batch, HeadStartInformation: _headStart.Step());
    }

    /// <summary>Nothing: the networks can draw no images yet.</summary>
    public void WriteCheckpointIfDue() { }

    /// <inheritdoc/>
    public void VisitState(IStateVisitor state) => _headStart.VisitState(state);

    /// <summary>The networks of the best start, which the caller owns.</summary>
    public InfoGan TakeBest() => _headStart.TakeBest();

    /// <inheritdoc/>
    public void Dispose() => _headStart.Dispose();
}
