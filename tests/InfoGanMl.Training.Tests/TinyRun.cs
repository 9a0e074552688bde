using InfoGanMl.Datasets;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Networks;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

/// <summary>The smallest InfoGAN that has every part of the big ones: 8×8 images, trained in milliseconds.</summary>
internal static class TinyRun
{
    public static readonly TrainingOptions Options = Presets.Mnist with
    {
        Preset = "tiny",
        Latent = new(6, [new("category", 3)], [new("continuous_1"), new("continuous_2", Prior.Gaussian)]),
        Image = new(1, 8, 8),
        Architecture = new(
            Generator:
            [
                new Dense(4 * 4 * 4, Bias: false),
                new BatchNorm(),
                new ReLU(),
                new Reshape(4, 4, 4),
                new TransposedConv(1),
                new Sigmoid(),
            ],
            Trunk:
            [
                new Conv(4),
                new LeakyReLU(),
                new Flatten(),
                new Dense(16, Bias: false),
                new BatchNorm(),
                new LeakyReLU(),
            ],
            RecognizerHead: [new Dense(8, Bias: false), new BatchNorm(), new LeakyReLU()]
        ),
        BatchSize = 16,
        Steps = 6,
        ReportEvery = 2,
        CheckpointEvery = 3,
    };

    /// <summary>Bright squares at random places.</summary>
    public static readonly ImageDataset Data = new("squares", Squares(64, seed: 1), Squares(16, seed: 2));

    public static InfoGan Networks(TrainingOptions options) => new(options, new Generator((ulong)options.Seed), CPU);

    public static RealImages Images(TrainingOptions options) =>
        new(Data.Train.Pixels, options.Image, new Generator((ulong)options.Seed), CPU);

    public static TrainingLoop Loop(TrainingOptions options, InfoGan gan, RealImages images) =>
        new(options, gan, images, new Generator((ulong)options.Seed));

    private static ImageSet Squares(int count, int seed)
    {
        var random = new Random(seed);
        var format = new ImageFormat(1, 8, 8);
        var pixels = new byte[count * format.Size];
        for (var i = 0; i < count; i++)
        {
            var corner = i * format.Size + random.Next(6) * 8 + random.Next(6);
            foreach (var offset in new[] { 0, 1, 8, 9 })
            {
                pixels[corner + offset] = 255;
            }
        }

        return new(format, pixels, new byte[count]);
    }
}
