using InfoGanMl.Models;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Export;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using InfoGanMl.Training.Steps;

namespace InfoGanMl.Training.Runs;

/// <summary>D, Q and G play the paper's game.</summary>
internal sealed class JointStage : IStage, IDisposable
{
    private readonly TrainingOptions _options;
    private readonly TrainingSession _session;
    private readonly RunModels _models;
    private readonly IJointLoop _loop;
    private readonly ModelWriter _writer;

    /// <summary>Prepares the loop; nothing is trained yet.</summary>
    /// <param name="options">What to compute.</param>
    /// <param name="gan">The networks, trained in place.</param>
    /// <param name="session">What the stages of the run share.</param>
    /// <param name="models">Where the networks are written.</param>
    public JointStage(TrainingOptions options, InfoGan gan, TrainingSession session, RunModels models)
    {
        (_options, _session, _models) = (options, session, models);
        _loop = options.Transfer is null
            ? new TrainingLoop(options, gan, session.Images, session.Random)
            : new PretrainedTrunkLoop(options, gan, session.Images, session.Random);
        _writer = new(options, gan, session.Images, session.GridRandom);
    }

    /// <inheritdoc/>
    public bool IsDone => _session.Progress.IsDone;

    /// <inheritdoc/>
    public StageStep Step() => new(Updates: 1, _options.BatchSize, Measures: _loop.Step());

    /// <inheritdoc/>
    public void WriteCheckpointIfDue()
    {
        if (_session.Progress.IsCheckpointDue)
        {
            _models.WriteCheckpoint(_writer);
            _session.RememberCheckpoint();
        }
    }

    /// <summary>Writes the model as it is now, with its references.</summary>
    public ModelFolder WriteModel() => _models.WriteModel(_writer);

    /// <inheritdoc/>
    public void VisitState(IStateVisitor state) => _loop.VisitState(state);

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop.Dispose();
        _writer.Dispose();
    }
}
