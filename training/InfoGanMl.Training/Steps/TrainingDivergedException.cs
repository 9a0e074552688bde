using InfoGanMl.Models.Errors;

namespace InfoGanMl.Training.Steps;

/// <summary>A loss became infinite or no number; the run stopped there.</summary>
public sealed class TrainingDivergedException(int step, string terms, string? lastCheckpoint)
    : InfoGanException(
        $"Training diverged at step {step}: found {terms}; expected finite numbers. "
            + (lastCheckpoint is null ? "There is no checkpoint yet. " : $"The last good model is {lastCheckpoint}. ")
            + "Lower the learning rates, or look for empty or constant images in the data."
    )
{
    /// <summary>The step at which it happened, from 1.</summary>
    public int Step { get; } = step;

    /// <summary>Path of the last model folder written before it, if any.</summary>
    public string? LastCheckpoint { get; } = lastCheckpoint;
}
