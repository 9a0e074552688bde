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
            Preparation = new(),
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
        new(
            TestImages: 10_000,
            [
                new("accuracy_one_to_one", "one-to-one accuracy of the category", 0.9876, "share"),
                new("purity", "purity", 0.99, "share"),
                new("nmi", "NMI", 0.91, "score"),
                new("ari", "ARI", 0.92, "score"),
                new("l_i", "L_I of H(c), in nats", 0.5, "nats") { Most = Math.Log(2) },
                new(
                    "continuous_r2.continuous",
                    "R² of `continuous` as Q recovers it from generated images",
                    0.25,
                    "score"
                ),
                new("downstream_accuracy_100_labels", "linear classifier on Q's outputs, 100 labels", 0.93, "share"),
            ]
        );
}
