using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Evaluation.Traces;

namespace InfoGanMl.Evaluation.Tests.Reproduction;

/// <summary>Runs as a metrics file would give them.</summary>
internal static class Runs
{
    public const double TrainingSeconds = 500;
    public const double EvaluationSeconds = 40;

    public static ReproducedRun Of(
        string preset,
        int seed,
        double accuracy,
        double? agreement = null,
        params StartScore[] starts
    ) =>
        new(
            new(preset, seed, preset == "fashion" ? "Fashion-MNIST" : "MNIST", EvaluationSeconds),
            new()
            {
                Steps = 6_500,
                Seconds = TrainingSeconds,
                ImagesSeen = 512_000,
                ImagesPerSecond = 1024,
                PeakRssBytes = 1_800_000_000,
                Device = "cpu",
                TrainedAt = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
                TrainedWith = "1.0.0+abc",
            },
            Figures(accuracy, agreement),
            starts
        );

    /// <summary>A run on sprites, whose images were compared with real ones and seen by no judge.</summary>
    public static ReproducedRun OfSprites(int seed, double distance)
    {
        var run = Of("pictures-short", seed, 0.1);
        var figures = new Dictionary<string, double>(run.Figures)
        {
            ["copies.generated_distance"] = distance,
            ["copies.real_distance"] = 2,
        };
        return new(run.Origin with { EvaluationDataset = "color sprites of 32×32" }, run.Training, figures, []);
    }

    private static Dictionary<string, double> Figures(double accuracy, double? agreement)
    {
        var figures = new Dictionary<string, double>
        {
            ["accuracy_one_to_one"] = accuracy,
            ["purity"] = accuracy,
            ["nmi"] = 0.95,
            ["ari"] = 0.95,
            ["downstream_accuracy_100_labels"] = 0.98,
            ["l_i"] = 2.25,
            ["continuous_r2.slant"] = 0.91,
            ["continuous_r2.thickness"] = 0.92,
            ["code_meanings.slant.slant.spearman"] = 0.87,
            ["code_meanings.slant.slant.spearman_within_category"] = 0.9,
            ["code_meanings.slant.width.spearman"] = -0.1,
            ["code_meanings.slant.width.spearman_within_category"] = -0.1,
        };
        if (agreement is { } share)
        {
            figures["samples.agreement"] = share;
        }

        return figures;
    }
}
