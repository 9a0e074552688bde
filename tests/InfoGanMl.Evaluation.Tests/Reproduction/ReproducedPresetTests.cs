using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Reproduction;

namespace InfoGanMl.Evaluation.Tests.Reproduction;

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

        Assert.Equal(0.95, preset[ClusteringMetrics.Accuracy]!.Mean, 1e-9);
        Assert.Equal(0.045826, preset[ClusteringMetrics.Accuracy]!.Deviation, 1e-6);
        Assert.Equal(0.9, preset[ClusteringMetrics.Accuracy]!.Least);
        Assert.Equal(0.99, preset[ClusteringMetrics.Accuracy]!.Most);
        Assert.Equal([1, 2, 3], preset.Runs.Select(run => run.Origin.Seed));
    }

    [Fact]
    public void The_worse_code_of_each_run_counts()
    {
        // R² is 0.91 and 0.92 in each run; the one code with a meaning follows slant with 0.87, and width with -0.1.
        var preset = ReproducedPreset.Group([Runs.Of("mnist", 1, 0.9), Runs.Of("mnist", 2, 0.9)])[0];

        Assert.Equal(0.91, preset[CodeMetrics.R2]!.Mean, 1e-9);
        Assert.Equal(0.87, preset[CodeMeaning.Overall]!.Mean, 1e-9);
        Assert.Equal(0.9, preset[CodeMeaning.WithinCategory]!.Mean, 1e-9);
    }

    [Fact]
    public void A_figure_that_a_run_lacks_is_not_averaged_over_the_others()
    {
        var judged = Runs.Of("mnist", 1, 0.9, agreement: 0.99);

        Assert.Equal(0.99, ReproducedPreset.Group([judged])[0][SampleAgreement.Kind]!.Mean);
        Assert.Null(ReproducedPreset.Group([judged, Runs.Of("mnist", 2, 0.9)])[0][SampleAgreement.Kind]);
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
        Assert.Equal(
            new Spread(0.9, 0, 0.9, 0.9),
            ReproducedPreset.Group([Runs.Of("mnist", 1, 0.9)])[0][ClusteringMetrics.Accuracy]
        );
    }

    [Fact]
    public void Presets_are_kept_apart_in_the_order_of_their_names()
    {
        var presets = ReproducedPreset.Group([Runs.Of("mnist", 1, 0.9), Runs.Of("fashion", 1, 0.6)]);

        Assert.Equal(["fashion", "mnist"], presets.Select(preset => preset.Preset));
    }
}
