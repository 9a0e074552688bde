using InfoGanMl.Evaluation.Reproduction;

namespace InfoGanMl.Pipelines.Tests.Evaluation.Reproduction;

public class ReproducedPresetTests
{
    [Fact]
    public void Every_run_counts_towards_mean_deviation_and_worst()
    {
        // Mean (0.9 + 0.96 + 0.99) / 3 = 0.95; squares 0.0025 + 0.0001 + 0.0016 = 0.0042, over n - 1 = 2: √0.0021 = 0.0458.
        var preset = ReproducedPreset.Group([
            Runs.Of("mnist", 3, 0.96),
            Runs.Of("mnist", 1, 0.9),
            Runs.Of("mnist", 2, 0.99),
        ])[0];

        Assert.Equal(0.95, preset.Accuracy.Mean, 1e-9);
        Assert.Equal(0.045826, preset.Accuracy.Deviation, 1e-6);
        Assert.Equal(0.9, preset.Accuracy.Least);
        Assert.Equal(0.99, preset.Accuracy.Most);
        Assert.Equal([1, 2, 3], preset.Runs.Select(run => run.Origin.Seed));
    }

    [Fact]
    public void Training_and_evaluation_count_as_time()
    {
        var preset = ReproducedPreset.Group([Runs.Of("mnist", 1, 0.9)])[0];

        Assert.Equal((Runs.TrainingSeconds + Runs.EvaluationSeconds) / 60, preset.Minutes.Mean);
    }

    [Fact]
    public void One_run_has_no_deviation()
    {
        Assert.Equal(new Spread(0.9, 0, 0.9, 0.9), ReproducedPreset.Group([Runs.Of("mnist", 1, 0.9)])[0].Accuracy);
    }

    [Fact]
    public void Presets_are_kept_apart()
    {
        var presets = ReproducedPreset.Group([Runs.Of("fashion", 1, 0.6), Runs.Of("mnist", 1, 0.9)]);

        Assert.Equal(["fashion", "mnist"], presets.Select(preset => preset.Preset));
    }
}
