using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Models;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Export.Onnx;
using InfoGanMl.Training.Runs;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

/// <summary>Whole trainings of other images and codes than digits have.</summary>
[Trait("Speed", "Slow")]
public sealed class OtherKindsOfRunsTests : IDisposable
{
    private static readonly TrainingOptions Short = Presets.Pictures with
    {
        HeadStart = new(Steps: 2, BatchSize: 8, Following: 1),
        Steps = 4,
        BatchSize = 8,
        ReportEvery = 1,
    };

    private readonly TempFolder _folder = new();

    [Fact]
    public void Two_categorical_codes_of_64_pixels_in_color_go_on_after_an_interruption_to_the_same_end()
    {
        var adapted = Short.AdaptedTo(new(3, 64, 64));
        var augmentations = adapted.RealPairs!.Augmentation with { Mirror = true, Normalize = true };
        var options = adapted with
        {
            Latent = adapted.Latent.WithCategories([3, 4]),
            RealPairs = new() { Augmentation = augmentations },
        };

        AssertGoesOnToTheSameEnd(options, new SpritesDataset(SpriteDrawing.Color, 64).Sample(40, 8, seed: 1).Images);
    }

    [Fact]
    public void So_do_continuous_codes_alone()
    {
        var options = Short.AdaptedTo(new(1, 32, 32)) with
        {
            Latent = new(4, [], [new("one"), new("two")]),
            RealPairs = null,
            HeadStart = null,
            ConditionalDiscriminator = false,
        };

        AssertGoesOnToTheSameEnd(options, new SpritesDataset(SpriteDrawing.Gray, 32).Sample(40, 8, seed: 1).Images);
    }

    [Theory]
    [InlineData(2)] // while teachers learn
    [InlineData(4)] // after they have taught
    [InlineData(5)] // while heads learn from copies
    [InlineData(8)] // in the game
    public void So_does_a_run_on_a_trunk_that_has_seen_photographs(int reports) =>
        AssertGoesOnToTheSameEnd(TinyPhotos.Options, TinyPhotos.Data, reports);

    [Fact]
    public void A_run_on_such_a_trunk_leaves_behind_what_that_was_at_first()
    {
        Train(TinyPhotos.Options, TinyPhotos.Data, "run");

        var file = ModelProto.Parser.ParseFrom(File.ReadAllBytes(_folder["run/featurizer.onnx"]));
        Assert.Equal(["image"], file.Graph.Input.Select(tensor => tensor.Name));
        Assert.Equal(["features"], file.Graph.Output.Select(tensor => tensor.Name));
    }

    public void Dispose() => _folder.Dispose();

    private void AssertGoesOnToTheSameEnd(TrainingOptions options, ImageDataset data, int reports = 3)
    {
        Train(options, data, "whole");

        Assert.Throws<BrokenOffException>(() => Train(options, data, "run", breakOffAt: reports));
        var model = Train(options, data, "run");

        Assert.Equal(RunResult.HashOf(_folder["whole"]), RunResult.HashOf(_folder["run"]));
        Assert.Equal(options.Image, model.Image);
        Assert.Equal(options.Latent.Space.Categorical, model.Latent.Categorical);
    }

    private ModelFolder Train(TrainingOptions options, ImageDataset data, string name, int? breakOffAt = null)
    {
        var path = _folder[name];
        using var run = Directory.Exists(path)
            ? RunFolder.Open(path)
            : RunFolder.Create(path, options, RunConditions.Of(CPU, data: null));
        var progress = new ImmediateProgress<TrainingReport>(report =>
        {
            if (report.Step == breakOffAt)
            {
                throw new BrokenOffException();
            }
        });
        return new TrainingRun(run.Options, data, CPU, TimeProvider.System) { SnapshotEvery = TimeSpan.Zero }.Run(
            run,
            progress,
            TestContext.Current.CancellationToken
        );
    }

    private sealed class BrokenOffException : Exception;
}
