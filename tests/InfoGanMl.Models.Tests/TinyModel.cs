using System.Text.Json;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Models.Tests;

/// <summary>The smallest InfoGAN that has one of everything: 2 noise variables, 2 categories, 1 continuous code, 2×2 pixels.</summary>
internal static class TinyModel
{
    private static readonly LatentSpace Latent = new(Noise: 2, [new("category", 2)], [new("continuous")]);
    private static readonly ImageFormat Image = new(1, 2, 2);

    public static ModelManifest Manifest { get; } =
        new()
        {
            Preset = "tiny",
            Seed = 1,
            Dataset = "Sample",
            Latent = Latent,
            Image = Image,
            Generator = ModelManifest.TensorsOf(Latent, Image, features: 5).Generator,
            Recognizer = ModelManifest.TensorsOf(Latent, Image, features: 5).Recognizer,
            Options = JsonSerializer.SerializeToElement(new { steps = 10, learned_from = "squares" }),
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
