using System.Security.Cryptography;
using System.Text.Json;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Snapshots;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Runs;

/// <summary>What both stages of a run share, and how they are saved and gone on with.</summary>
internal sealed class TrainingSession : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly TimeProvider _clock;
    private SnapshotReader? _saved; // until the stage has taken its part of it
    private IStage? _stage;
    private long _lastSnapshot;
    private int? _lastCheckpointStep;

    /// <summary>Begins a run, or restores the newest snapshot of one but for the part of its stage.</summary>
    /// <exception cref="InvalidRunFolderException">The snapshot is damaged, or of other options or images.</exception>
    public TrainingSession(TrainingOptions options, ImageSet train, Device device, TimeProvider clock, RunFolder run)
    {
        (_options, _clock, Run) = (options, clock, run);
        _saved = run.Snapshots.OpenNewest();
        Initial = new((ulong)options.Seed);
        Random = new((ulong)options.Seed, device);
        GridRandom = new((ulong)options.Seed, device);
        Images = new(train.Pixels, options.Image, Random);
        Progress = new(options, clock);
        if (_saved is not null)
        {
            VisitShared(_saved);
        }

        run.Begin();
        _lastSnapshot = clock.GetTimestamp();
    }

    /// <summary>Time between two snapshots.</summary>
    public required TimeSpan SnapshotEvery { get; init; }

    /// <summary>The folder of the run.</summary>
    public RunFolder Run { get; }

    /// <summary>Source of initial weights, on the CPU.</summary>
    public torch.Generator Initial { get; }

    /// <summary>Source of all that training draws.</summary>
    public RandomSource Random { get; }

    /// <summary>Source of the latents of sample grids and references.</summary>
    public RandomSource GridRandom { get; }

    /// <summary>The training images.</summary>
    public RealImages Images { get; }

    /// <summary>How far the run is.</summary>
    public TrainingProgress Progress { get; }

    /// <summary>Whether G and D have not joined in yet.</summary>
    public bool IsInHeadStart => Progress.IsInHeadStart;

    /// <summary>Path of the last model folder that was written on the way.</summary>
    public string? LastCheckpoint => _lastCheckpointStep is { } step ? Run.CheckpointPath(step) : null;

    /// <summary>Remembers that the model folder of this step was written.</summary>
    public void RememberCheckpoint() => _lastCheckpointStep = Progress.Step;

    /// <summary>Begins a stage, or goes on with the one that the snapshot was taken in.</summary>
    public void Resume(IStage stage)
    {
        _stage = stage;
        if (_saved is not null)
        {
            stage.VisitState(_saved);
            _saved.Dispose();
            _saved = null;
        }
    }

    /// <summary>Saves a snapshot as <see cref="Save"/> does, when the last one is old enough.</summary>
    public void SaveIfDue()
    {
        if (_clock.GetElapsedTime(_lastSnapshot) >= SnapshotEvery)
        {
            Save();
        }
    }

    /// <summary>Saves a snapshot, but not of a stage that is done, as it would be taken for one of the next.</summary>
    public void Save()
    {
        if (_stage is not { IsDone: false } stage)
        {
            return;
        }

        Run.Snapshots.Save(
            Progress.Step,
            state =>
            {
                VisitShared(state);
                stage.VisitState(state);
            }
        );
        _lastSnapshot = _clock.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _saved?.Dispose();
        Images.Dispose();
        Initial.Dispose();
        Random.Dispose();
        GridRandom.Dispose();
    }

    private void VisitShared(IStateVisitor state)
    {
        RequireSame(state, "images_sha256", Images.Hash, "the images that the run began with");
        RequireSame(state, "options_sha256", HashOf(_options), "the options that the run began with");
        Run.VisitState(state);
        Progress.VisitState(state);
        state.Visit("last_checkpoint_step", ref _lastCheckpointStep);
        state.Visit("random", Random.Generator);
        Images.VisitState(state);
    }

    /// <summary>Saves a value, or refuses a snapshot that has another one.</summary>
    private void RequireSame(IStateVisitor state, string name, string value, string expected)
    {
        var saved = value;
        state.Visit(name, ref saved);
        if (saved != value)
        {
            throw new InvalidRunFolderException(
                Run.FolderPath,
                $"{name} {saved} in its snapshot, {value} now",
                expected
            );
        }
    }

    private static string HashOf(TrainingOptions options) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(options, InfoGanJson.Line)));
}
