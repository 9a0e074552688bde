using InfoGanMl.Models.Latents;
using InfoGanMl.Training.Steps;

namespace InfoGanMl.Training.Runs;

/// <summary>What one step of a stage did, and how it went.</summary>
/// <param name="Updates">Updates that were made at once.</param>
/// <param name="BatchSize">Real images in each.</param>
/// <param name="HeadStartInformation">Of the head start: mutual information of its best start, in nats.</param>
/// <param name="Measures">Of the joint training.</param>
internal sealed record StageStep(
    int Updates,
    int BatchSize,
    double? HeadStartInformation = null,
    StepMeasures? Measures = null
)
{
    /// <summary>Each figure with its name, for messages.</summary>
    public IEnumerable<(string Name, double Value)> Named(LatentSpace latent) =>
        TrainingReport.Name(latent, HeadStartInformation, Measures);
}
