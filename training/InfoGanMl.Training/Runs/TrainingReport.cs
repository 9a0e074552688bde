using InfoGanMl.Models.Latents;
using InfoGanMl.Training.Steps;

namespace InfoGanMl.Training.Runs;

/// <summary>How far a run is and how it goes: one line of metrics.jsonl, one update of a progress bar.</summary>
/// <param name="Step">Updates done, those of every start of the head start included.</param>
/// <param name="Steps">Updates to do.</param>
/// <param name="ImagesSeen">Real images shown so far.</param>
/// <param name="Seconds">Seconds since the first step.</param>
/// <param name="ImagesPerSecond">Real images per second since the first step.</param>
/// <param name="HeadStartInformation">During the head start: mutual information of its best start, in nats.</param>
/// <param name="Measures">After it: mean over the steps since the last report.</param>
public sealed record TrainingReport(
    int Step,
    int Steps,
    long ImagesSeen,
    double Seconds,
    double ImagesPerSecond,
    double? HeadStartInformation = null,
    StepMeasures? Measures = null
)
{
    /// <summary>Seconds that the remaining steps will take at the speed so far.</summary>
    public double SecondsLeft => Seconds / Step * (Steps - Step);

    /// <summary>Each figure with its name, for logs.</summary>
    public IEnumerable<(string Name, double Value)> Named(LatentSpace latent) =>
        Name(latent, HeadStartInformation, Measures);

    /// <summary>The figures of a step, or of several, of either stage.</summary>
    internal static IEnumerable<(string Name, double Value)> Name(
        LatentSpace latent,
        double? headStartInformation,
        StepMeasures? measures
    ) => measures?.Named(latent) ?? [("pair_information", headStartInformation ?? 0)];
}
