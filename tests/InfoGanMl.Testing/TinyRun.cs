using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Testing;

/// <summary>The smallest InfoGAN that has every part of the big ones: 8×8 images, trained in milliseconds.</summary>
public static class TinyRun
{
    public static readonly TrainingOptions Options = Presets.Mnist with
    {
        Preset = "tiny",
        Latent = new(
            6,
            [new("category", 3)],
            [new("slant", Follows: AugmentationKind.Slant), new("style", Prior.Gaussian)]
        ),
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
        RealPairs = new(Consistency: 1) { Augmentation = new(Thickness: 0) }, // an erosion leaves nothing of the bars
        HeadStart = null,
        CoolDown = 0,
        BatchSize = 16,
        Steps = 6,
        ReportEvery = 2,
        CheckpointEvery = 3,
    };

    /// <summary>Squares, upright bars and lying bars at random places.</summary>
    public static readonly ImageDataset Data = new("shapes", Shapes(64, seed: 1), Shapes(16, seed: 2));

    private static ImageSet Shapes(int count, int seed)
    {
        (int Height, int Width)[] kinds = [(4, 4), (7, 2), (2, 7)];
        var random = new Random(seed);
        var format = new ImageFormat(1, 8, 8);
        var pixels = new byte[count * format.Size];
        for (var i = 0; i < count; i++)
        {
            var (height, width) = kinds[i % kinds.Length];
            var (top, left) = (random.Next(9 - height), random.Next(9 - width));
            for (var y = top; y < top + height; y++)
            {
                pixels.AsSpan(i * format.Size + y * 8 + left, width).Fill(255);
            }
        }

        return new(format, pixels, new int[count]);
    }
}
