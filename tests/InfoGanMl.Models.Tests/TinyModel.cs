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
