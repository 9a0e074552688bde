using InfoGanMl.Training.Snapshots;

namespace InfoGanMl.Training.Runs;

/// <summary>A part of a run that is driven step by step: the head start, or the joint training after it.</summary>
internal interface IStage
{
    /// <summary>Whether all of its steps are done.</summary>
    bool IsDone { get; }

    /// <summary>One update of the networks, or one of each of several.</summary>
    StageStep Step();

    /// <summary>Writes what stays of this step, if anything is to.</summary>
    void WriteCheckpointIfDue();

    /// <summary>All that it remembers from one step to the next.</summary>
    void VisitState(IStateVisitor state);
}
