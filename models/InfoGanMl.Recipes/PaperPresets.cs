using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes;

/// <summary>
/// Chen et al. 2016, tables 2 to 4 and 6; table 1 is <see cref="Presets.MnistPaper"/>, whose settings serve where the paper is
/// silent. None of this data is downloaded: bring images of the same size.
/// </summary>
/// <remarks>
/// Where the tables end in tanh, on pixels in [-1, 1], there is a sigmoid here, on pixels in [0, 1]: (1 + tanh x) / 2 is the
/// sigmoid of 2x, so that the networks can learn the same.
/// </remarks>
internal static class PaperPresets
{
    /// <summary>Table 2: house numbers; four ten-fold and four continuous codes.</summary>
    public static TrainingOptions Svhn { get; } =
        Of("svhn", new(124, Categories(4, 10), Codes(4, lambda: 1), Prior.Uniform), new(3, 32, 32), Streets());

    /// <summary>Table 3: faces of celebrities; ten ten-fold codes.</summary>
    public static TrainingOptions CelebA { get; } =
        Of("celeba", new(128, Categories(10, 10), [], Prior.Uniform), new(3, 32, 32), Streets());

    /// <summary>
    /// Table 4: rendered faces; five continuous codes. Learning rates and λ are those that found the azimuth; the elevation took
    /// 4e-4, 3e-4 and 0.1, the lighting 8e-4, 3e-4 and 0.1.
    /// </summary>
    public static TrainingOptions Faces { get; } =
        Of("faces", new(128, [], Codes(5, lambda: 0.2), Prior.Uniform), new(1, 32, 32), RenderedFaces()) with
        {
            DiscriminatorLearningRate = 2e-4,
            GeneratorLearningRate = 5e-4,
        };

    /// <summary>
    /// Table 6: rendered chairs; three twenty-fold codes and a continuous one. The weights are those that found the rotation;
    /// the width took 0.05 for the continuous code and 2 for the others.
    /// </summary>
    public static TrainingOptions Chairs { get; } =
        Of(
            "chairs",
            new(128, Categories(3, 20), Codes(1, lambda: 10), Prior.Uniform),
            new(1, 64, 64),
            RenderedChairs()
        );

    private static TrainingOptions Of(string data, LatentRecipe latent, ImageFormat image, Architecture architecture) =>
        new()
        {
            Preset = $"{data}-paper",
            Dataset = null,
            Latent = latent,
            Image = image,
            Architecture = architecture,
        };

    private static CategoricalRecipe[] Categories(int count, int size) =>
        [.. Enumerable.Range(1, count).Select(number => new CategoricalRecipe($"category_{number}", size))];

    private static ContinuousRecipe[] Codes(int count, double lambda) =>
        [.. Enumerable.Range(1, count).Select(number => new ContinuousRecipe($"continuous_{number}", Lambda: lambda))];

    /// <summary>Tables 2 and 3.</summary>
    private static Architecture Streets() =>
        new(
            Generator:
            [
                .. Dense(2 * 2 * 448),
                new Reshape(448, 2, 2),
                .. Up(256),
                .. UpWithoutNorm(128),
                .. UpWithoutNorm(64),
                new TransposedConv(3),
                new Sigmoid(),
            ],
            Trunk: [new Conv(64), new LeakyReLU(), .. Down(128), .. Down(256), new Flatten()],
            RecognizerHead: [new Dense(128, Bias: false), new BatchNorm(), new LeakyReLU()]
        );

    /// <summary>Table 4. Q has output units alone.</summary>
    private static Architecture RenderedFaces() =>
        new(
            Generator:
            [
                .. Dense(1024),
                .. Dense(8 * 8 * 128),
                new Reshape(128, 8, 8),
                .. Up(64),
                new TransposedConv(1),
                new Sigmoid(),
            ],
            Trunk: [new Conv(64), new LeakyReLU(), .. Down(128), .. LeakyDense(1024)],
            RecognizerHead: []
        );

    /// <summary>
    /// Table 6. A kernel of 4 that is not to change the size needs three rows of padding, which our layers cannot split into one
    /// and two: of each pair of such layers, the first has one on each side and the second two, and the size is the same again.
    /// </summary>
    private static Architecture RenderedChairs() =>
        new(
            Generator:
            [
                .. Dense(1024),
                .. Dense(8 * 8 * 256),
                new Reshape(256, 8, 8),
                .. Up(256, stride: 1, padding: 1),
                .. Up(256, stride: 1, padding: 2),
                .. Up(128),
                .. Up(64),
                new TransposedConv(1),
                new Sigmoid(),
            ],
            Trunk:
            [
                new Conv(64),
                new LeakyReLU(),
                .. Down(128),
                .. Down(256),
                .. Down(256, stride: 1, padding: 1),
                .. Down(256, stride: 1, padding: 2),
                .. LeakyDense(1024),
            ],
            RecognizerHead: []
        );

    private static Layer[] Dense(int outputs) => [new Dense(outputs, Bias: false), new BatchNorm(), new ReLU()];

    private static Layer[] LeakyDense(int outputs) =>
        [new Flatten(), new Dense(outputs, Bias: false), new BatchNorm(), new LeakyReLU()];

    private static Layer[] Down(int channels, int stride = 2, int padding = 1) =>
        [new Conv(channels, Stride: stride, Padding: padding, Bias: false), new BatchNorm(), new LeakyReLU()];

    private static Layer[] Up(int channels, int stride = 2, int padding = 1) =>
        [new TransposedConv(channels, Stride: stride, Padding: padding, Bias: false), new BatchNorm(), new ReLU()];

    private static Layer[] UpWithoutNorm(int channels) => [new TransposedConv(channels), new ReLU()];
}
