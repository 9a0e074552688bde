using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests;

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
}
