using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

/// <summary>The smallest training on a trunk that has seen photographs: color sprites of 32×32 pixels, and next to no G.</summary>
internal static class TinyPhotos
{
    public static readonly TrainingOptions Options = Presets.Photos.AdaptedTo(new(3, 32, 32)) with
    {
        Preset = "tiny-photos",
        Architecture = PhotoNetworks.For(new(3, 32, 32)) with
        {
            Generator =
            [
                new Dense(8 * 16 * 16, Bias: false),
                new BatchNorm(),
                new ReLU(),
                new Reshape(8, 16, 16),
                new TransposedConv(3),
                new Sigmoid(),
            ],
        },
        Latent = new(4, [new("category", 3)], [new("free")]),
        Transfer = new(Side: 64, Teachers: 4, TeacherSteps: 3, TeacherBatchSize: 24, Neighbors: 4, TaughtSteps: 1),
        HeadStart = new(Steps: 3, BatchSize: 8, Starts: 3),
        Steps = 4,
        BatchSize = 4,
        ReportEvery = 1,
    };

    /// <summary>The same with a code that follows brightness.</summary>
    public static readonly TrainingOptions Following = Options with
    {
        Preset = "tiny-photos-following",
        Latent = Options.Latent with { Continuous = [new("brightness", Follows: AugmentationKind.Brightness)] },
        HeadStart = Options.HeadStart! with { Following = 1 },
    };

    public static readonly ImageDataset Data = new SpritesDataset(SpriteDrawing.Color, 32)
        .Sample(24, 8, seed: 1)
        .Images;

    public static RealImages Images(RandomSource random) => new(Data.Train.Pixels, Options.Image, random);

    public static InfoGan Networks(TrainingOptions options)
    {
        using var initial = new torch.Generator((ulong)options.Seed);
        return new(options, initial, CPU);
    }

    public static SeenImages Look(TrainingOptions options)
    {
        using var sight = See(options, Data.Train.Pixels);
        return SeenImages.Of(sight, options.Transfer!, progress: null);
    }

    public static Sight See(TrainingOptions options, byte[] pixels)
    {
        using var random = new RandomSource(1, CPU);
        using var images = new RealImages(pixels, options.Image, random);
        return Sight.Of(options, images, CPU, progress: null, CancellationToken.None);
    }

    /// <summary>Copies of the tensors that a module has.</summary>
    public static Dictionary<string, Tensor> StateOf(nn.Module module) =>
        module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
}
