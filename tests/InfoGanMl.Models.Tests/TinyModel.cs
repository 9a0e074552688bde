using InfoGanMl.Models.Folder;
using InfoGanMl.Models.Networks;

namespace InfoGanMl.Models.Tests;

/// <summary>The smallest InfoGAN that has one of everything: 2 noise variables, 2 categories, 1 continuous code, 2×2 pixels.</summary>
internal static class TinyModel
{
    public static TrainingOptions Options { get; } =
        new()
        {
            Preset = "tiny",
            Latent = new(Noise: 2, [new("category", 2)], [new("continuous")]),
            Image = new(1, 2, 2),
            Architecture = new(
                Generator: [new Dense(4), new Reshape(1, 2, 2), new Sigmoid()],
                Trunk: [new Conv(3, Kernel: 2, Padding: 0), new LeakyReLU(), new Flatten()],
                RecognizerHead: [new Dense(5), new BatchNorm()]
            ),
        };

    public static ModelManifest Manifest { get; } =
        new()
        {
            Dataset = "Sample",
            Options = Options,
            Generator = ModelManifest.TensorsOf(Options).Generator,
            Recognizer = ModelManifest.TensorsOf(Options).Recognizer,
            Training = new()
            {
                Steps = 10,
                Seconds = 2,
                ImagesSeen = 1280,
                ImagesPerSecond = 640,
                PeakRssBytes = 1_000_000,
                Device = "cpu",
            },
        };

    public static Scores Scores { get; } =
        new()
        {
            MutualInformation = 0.5,
            CodeEntropy = Math.Log(2),
            ContinuousR2 = [0.25],
            AccuracyOneToOne = 0.9876,
            Purity = 0.99,
            Nmi = 0.91,
            Ari = 0.92,
            DownstreamAccuracy100Labels = 0.93,
            TestImages = 10_000,
        };
}
