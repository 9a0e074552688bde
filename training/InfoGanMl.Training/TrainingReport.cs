namespace InfoGanMl.Training;

/// <summary>How far a run is and how it goes: one line of metrics.jsonl, one update of a progress bar.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps to do.</param>
/// <param name="ImagesSeen">Real images shown to D so far.</param>
/// <param name="Seconds">Seconds since the first step.</param>
/// <param name="ImagesPerSecond">Real images per second since the first step.</param>
/// <param name="Measures">Mean over the steps since the last report.</param>
public sealed record TrainingReport(
    int Step,
    int Steps,
    long ImagesSeen,
    double Seconds,
    double ImagesPerSecond,
    StepMeasures Measures
)
{
    /// <summary>Seconds that the remaining steps will take at the speed so far.</summary>
    public double SecondsLeft => Seconds / Step * (Steps - Step);
}
