using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.HeadStarts;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;

namespace InfoGanMl.Training.Runs;

/// <summary>The trunk and Q learn from real pairs alone.</summary>
internal sealed class HeadStartStage : IStage, IDisposable
{
    private readonly HeadStart _plan;
    private readonly RecognizerHeadStart _headStart;

    /// <summary>Makes the networks of every start.</summary>
    public HeadStartStage(TrainingOptions options, TrainingSession session)
    {
        _plan = options.HeadStart!;
        _headStart = new(options, session.Images, session.Initial, session.Random);
    }

    /// <inheritdoc/>
    public bool IsDone => _headStart.IsDone;

    /// <summary>The starts, the best one first.</summary>
    public IReadOnlyList<RecognizerStart> Ranking => _headStart.Ranking;

    /// <inheritdoc/>
    public StageStep Step()
    {
        var updates = _headStart.StartsLeft; // some may drop out after the step
        return new(updates, _plan.BatchSize, HeadStartInformation: _headStart.Step());
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
