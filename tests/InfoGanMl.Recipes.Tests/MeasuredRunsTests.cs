using InfoGanMl.Recipes;

namespace InfoGanMl.Models.Tests;

public class MeasuredRunsTests
{
    [Fact]
    public void Every_preset_is_reproduced_over_the_seeds_that_are_reported()
    {
        var runs = MeasuredRuns.Of(MeasuredRuns.Reproduction).ToList();

        Assert.Equal(["mnist", "fashion", "mnist-paper", "photos-cifar10"], runs.Select(run => run.Preset).Distinct());
        Assert.Equal([1, 2, 3, 4, 5], runs.Where(run => run.Preset == "mnist").Select(run => run.Seed));
        Assert.Equal(14, runs.Count);
    }

    [Fact]
    public void An_ablation_compares_a_preset_with_itself_without_an_ingredient()
    {
        var runs = MeasuredRuns.Of(MeasuredRuns.Ablation, ingredients: ["strokes"]).ToList();

        Assert.Equal([("mnist-short", 1), ("mnist-short", 2), ("mnist-short", 3)], runs.Take(3));
        Assert.Equal(["mnist-short", "mnist-short-without-strokes"], runs.Select(run => run.Preset).Distinct());
    }

    [Fact]
    public void Short_pictures_are_compared_with_themselves_without_each_adversarial_option()
    {
        var runs = MeasuredRuns.Of(MeasuredRuns.Ablation, presets: ["pictures-short"]).ToList();

        Assert.Equal(
            [
                "pictures-short",
                "pictures-short-without-information-bound",
                "pictures-short-without-joint-batch-norm",
                "pictures-short-without-patch-discriminator",
                "pictures-short-without-conditional-discriminator",
                "pictures-short-without-gradient-penalty",
                "pictures-short-without-even-upsampling",
            ],
            runs.Select(run => run.Preset).Distinct()
        );
        Assert.Equal(7 * 3, runs.Count);
    }

    [Fact]
    public void Every_run_of_the_ablation_can_be_trained_and_on_data_that_need_not_be_given() =>
        Assert.All(
            MeasuredRuns.Of(MeasuredRuns.Ablation).Select(run => Presets.Find(run.Preset)),
            options =>
            {
                Assert.Empty(options.FindMistakes());
                Assert.NotNull(options.Dataset);
            }
        );

    [Fact]
    public void Every_run_has_a_preset() =>
        Assert.All(
            MeasuredRuns.Of(MeasuredRuns.Ablation).Concat(MeasuredRuns.Of(MeasuredRuns.Reproduction)),
            run => Assert.Equal(run.Preset, Presets.Find(run.Preset).Preset)
        );
}
