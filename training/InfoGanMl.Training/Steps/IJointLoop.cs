using InfoGanMl.Training.Snapshots;

namespace InfoGanMl.Training.Steps;

/// <summary>The InfoGAN objective, step by step.</summary>
internal interface IJointLoop : IDisposable
{
    /// <summary>One update of D and Q, then one of G.</summary>
    StepMeasures Step();

    /// <summary>The networks, their optimizers, and the step that the learning rates are at.</summary>
    void VisitState(IStateVisitor state);
}
