namespace InfoGanMl.Models;

/// <summary>How a training went.</summary>
public sealed record TrainingFigures
{
    /// <summary>Updates done, those of every start of the head start included; fewer when the run was stopped.</summary>
    public required int Steps { get; init; }

    /// <summary>Wall-clock seconds from the first step to the last.</summary>
    public required double Seconds { get; init; }

    /// <summary>Real images shown, counting repeats and those of the head start.</summary>
    public required long ImagesSeen { get; init; }

    /// <summary>Real images per second.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Largest resident memory of the process, in bytes.</summary>
    public required long PeakRssBytes { get; init; }

    /// <summary>The device it ran on: cpu or cuda.</summary>
    public required string Device { get; init; }

    /// <summary>
    /// Mutual information of real pairs in nats when the head start ended, at most the sum of ln(categories): what starts are
    /// ranked by; null without a head start.
    /// </summary>
    public double? HeadStartInformation { get; init; }

    /// <summary>When it ended; null in models of earlier versions.</summary>
    public DateTimeOffset? TrainedAt { get; init; }

    /// <summary>Version of the training code, with its commit where it was built in a git checkout.</summary>
    public string? TrainedWith { get; init; }
}
