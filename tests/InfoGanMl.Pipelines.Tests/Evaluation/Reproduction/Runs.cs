using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Models.Folder;

namespace InfoGanMl.Pipelines.Tests.Evaluation.Reproduction;

/// <summary>Runs as a metrics file would give them.</summary>
internal static class Runs
{
    public const double TrainingSeconds = 500;
    public const double EvaluationSeconds = 40;

    public static ReproducedRun Of(string preset, int seed, double accuracy, SampleScores? samples = null) =>
        new()
        {
            Preset = preset,
            Seed = seed,
            EvaluationDataSet = preset == "fashion" ? "Fashion-MNIST" : "MNIST",
            AccuracyOneToOne = accuracy,
            Nmi = 0.95,
            MutualInformation = 2.25,
            ContinuousR2 = [0.91, 0.92],
            CodeMeanings = [new("slant", "slant", 0.87, 0.9), new("slant", "width", -0.1, -0.1)],
            Samples = samples,
            Seconds = TrainingSeconds,
            EvaluationSeconds = EvaluationSeconds,
            TrainedAt = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
            TrainedWith = "1.0.0+abc",
        };
}
