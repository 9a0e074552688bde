using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Models;

namespace InfoGanMl.Pipelines.Tests.Evaluation.Reproduction;

/// <summary>Runs as a metrics file would give them.</summary>
internal static class Runs
{
    public const double TrainingSeconds = 500;
    public const double EvaluationSeconds = 40;

    public static ReproducedRun Of(
        string preset,
        int seed,
        double accuracy,
        SampleScores? samples = null,
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
            new()
            {
                MutualInformation = 2.25,
                CodeEntropy = 2.303,
                ContinuousR2 = [0.91, 0.92],
                AccuracyOneToOne = accuracy,
                Purity = accuracy,
                Nmi = 0.95,
                Ari = 0.95,
                DownstreamAccuracy100Labels = 0.98,
                TestImages = 10_000,
                CodeMeanings = [new("slant", "slant", 0.87, 0.9), new("slant", "width", -0.1, -0.1)],
                Samples = samples,
            },
            starts
        );
}
