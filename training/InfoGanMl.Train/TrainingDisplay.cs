using System.Globalization;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Models.Latents;
using InfoGanMl.Training.Judging;
using InfoGanMl.Training.Runs;
using static System.FormattableString;

namespace InfoGanMl.Train;

/// <summary>Reports of a training as an activity: the steps done, L_I against H(c), R² per continuous code, images per second.</summary>
/// <param name="latent">The codes.</param>
/// <param name="progress">Receives it.</param>
internal sealed class TrainingDisplay(LatentSpace latent, IProgress<ActivityReport> progress)
    : IProgress<TrainingReport>
{
    /// <inheritdoc/>
    public void Report(TrainingReport value) =>
        progress.Report(
            ActivityReport.Of($"Training for {value.Steps} steps.", value.Step, value.Steps, Describe(value))
        );

    private string Describe(TrainingReport report)
    {
        var (step, speed) = ($"step {report.Step}/{report.Steps}", Invariant($"{report.ImagesPerSecond:F0} images/s"));
        if (report.Measures is not { } measures)
        {
            return Invariant($"{step} | head start, mutual information {report.HeadStartInformation:F2} | {speed}");
        }

        var information = latent.Categorical.Zip(
            measures.MutualInformation,
            (code, value) => Invariant($"L_I {value:F2} of H(c) {code.Entropy:F2}")
        );
        var r2 = measures.ContinuousR2.Select(value => value.ToString("F2", CultureInfo.InvariantCulture));
        string[] codes =
        [
            string.Join(", ", information),
            .. r2.Any() ? [$"R² {string.Join(' ', r2)}"] : Array.Empty<string>(),
        ];
        return string.Join(" | ", [step, .. codes.Where(code => code.Length > 0), speed]);
    }
}

/// <summary>The same for a judge.</summary>
/// <param name="progress">Receives it.</param>
internal sealed class JudgeDisplay(IProgress<ActivityReport> progress) : IProgress<JudgeReport>
{
    /// <inheritdoc/>
    public void Report(JudgeReport value) =>
        progress.Report(
            ActivityReport.Of(
                $"Training a judge for {value.Epochs} epochs.",
                value.Epoch,
                value.Epochs,
                Invariant($"epoch {value.Epoch}/{value.Epochs} | loss {value.Loss:F4}")
            )
        );
}
