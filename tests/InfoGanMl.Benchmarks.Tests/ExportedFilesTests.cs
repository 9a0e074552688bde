using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.ExportCheck;
using InfoGanMl.Models.Images;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Testing;
using InfoGanMl.Training;
using InfoGanMl.Training.Runs;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks.Tests;

/// <summary>Here, as this is where both libtorch and ONNX Runtime are.</summary>
[Trait("Speed", "Slow")]
public sealed class ExportedFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>In color, of 64 pixels, with many codes and with none.</summary>
    [Theory]
    [InlineData("svhn-paper")]
    [InlineData("celeba-paper")]
    [InlineData("faces-paper")]
    [InlineData("chairs-paper")]
    public void A_few_steps_of_a_preset_and_the_files_compute_what_training_did(string preset) =>
        TrainAndCompare(Presets.Find(preset));

    [Fact]
    public void Residual_layers_and_pools_compute_in_the_files_what_training_did() =>
        TrainAndCompare(
            Presets.MnistPaper with
            {
                Architecture = Presets.MnistPaper.Architecture with
                {
                    Trunk =
                    [
                        new Conv(8, Kernel: 7, Stride: 2, Padding: 3),
                        new BatchNorm(),
                        new ReLU(),
                        new MaxPool(),
                        .. ResNet18.Block(8, stride: 1),
                        .. ResNet18.Block(16, stride: 2),
                        new GlobalAveragePool(),
                        new Flatten(),
                    ],
                },
            }
        );

    public void Dispose() => _folder.Dispose();

    private void TrainAndCompare(TrainingOptions recipe)
    {
        var options = recipe with { Steps = 4, BatchSize = 8, ReportEvery = 2 };
        var images = Rectangles(options.Image, count: 24);
        var data = new ImageDataset("rectangles", images, images);

        var model = new TrainingRun(options, data, CPU, TimeProvider.System).Run(
            _folder["run"],
            new ImmediateProgress<TrainingReport>(_ => { }),
            TestContext.Current.CancellationToken
        );

        var parity = Parity.Measure(model, _folder["run/references"], Models.Devices.Device.Cpu).Checked();
        Assert.InRange(parity.Worst.MaxAbsDiff, 0, parity.Worst.Tolerance);
        Assert.Equal(4, model.Manifest.Training.Steps);
    }

    private static ImageSet Rectangles(ImageFormat format, int count)
    {
        var random = new Random(1);
        var pixels = new byte[count * format.Size];
        for (var channel = 0; channel < count * format.Channels; channel++)
        {
            var (top, left) = (random.Next(format.Height / 2), random.Next(format.Width / 2));
            for (var y = top; y < top + format.Height / 2; y++)
            {
                var row = (channel * format.Height + y) * format.Width;
                pixels.AsSpan(row + left, format.Width / 2).Fill((byte)random.Next(128, 256));
            }
        }

        return new(format, pixels);
    }
}
