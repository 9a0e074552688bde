using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes;

/// <summary>The named recipes. Each states only what differs from the defaults of <see cref="TrainingOptions"/>.</summary>
public static class Presets
{
    private static readonly ImageFormat Mnist28 = new(1, 28, 28);
    private static readonly ImageFormat Pictures32 = new(3, 32, 32);
    private static readonly ImageFormat Photos64 = new(3, 64, 64);
    private static readonly ImageFormat Sprites32 = new(1, 32, 32);

    /// <summary>Our best recipe for MNIST; training/README.md gives the reason for each difference from the paper.</summary>
    public static TrainingOptions Mnist { get; } =
        new()
        {
            Preset = "mnist",
            Latent = new(
                Noise: 62,
                Categorical: [new("category", 10, Lambda: 0.25)],
                Continuous:
                [
                    new("slant", Lambda: 4, Follows: AugmentationKind.Slant),
                    new("thickness", Lambda: 4, Follows: AugmentationKind.Thickness),
                ]
            ),
            Image = Mnist28,
            Architecture = StandardNetworks.For(Mnist28),
            Steps = 6500,
            BatchSize = 64,
            CoolDown = 0.5,
            DiscriminatorLearningRate = 1e-3,
            DiscriminatorWeightDeviation = null,
            RealPairs = new(Consistency: 1) { Augmentation = new(Strokes: 1) },
            HeadStart = new(),
        };

    /// <summary>The <see cref="Mnist"/> recipe for photographs of clothes, whose brightness and width vary instead of strokes.</summary>
    public static TrainingOptions Fashion { get; } =
        Mnist with
        {
            Preset = "fashion",
            Dataset = "fashion-mnist",
            Latent = new(
                Noise: 62,
                Categorical: [new("category", 10, Lambda: 0.5)],
                Continuous:
                [
                    new("brightness", Lambda: 4, Follows: AugmentationKind.Brightness),
                    new("width", Lambda: 4, Follows: AugmentationKind.Width),
                ]
            ),
            RealPairs = new(Information: 4, Consistency: 4, Balance: 2)
            {
                Augmentation = new(
                    RotationDegrees: 10,
                    Scaling: 0.2,
                    Slant: 0.1,
                    Thickness: 0,
                    Dimming: 0.7,
                    Stretch: 0.25
                ),
            },
            HeadStart = new(Steps: 1000, Balance: 6, Starts: 16),
        };

    /// <summary>
    /// The <see cref="Mnist"/> recipe for pictures of any kind: what turns, moves, grows, fades or changes its colors remains
    /// the same thing, its mirror image need not. Edges are repeated, as few pictures are black there.
    /// </summary>
    public static TrainingOptions Pictures { get; } =
        Mnist with
        {
            Preset = "pictures",
            Dataset = null,
            Image = Pictures32,
            Architecture = StandardNetworks.For(Pictures32, deepTrunk: true),
            Latent = Fashion.Latent,
            Steps = 2500,
            RealPairs = Fashion.RealPairs! with
            {
                Balance = 0,
                Augmentation = Fashion.RealPairs.Augmentation with { Coloring = 0.4, RepeatEdges = true },
            },
            HeadStart = new(Starts: 4),
            InformationBound = 0.2,
            JointBatchNorm = true,
            PatchDiscriminator = true,
            ConditionalDiscriminator = true,
            GradientPenalty = 1,
            EvenUpsampling = true,
        };

    /// <summary>
    /// For photographs: D, Q and G learn on a trunk that has seen photographs before, with ImageNet's labels, and sorts by what is
    /// shown more than by colors and brightness.
    /// </summary>
    public static TrainingOptions Photos { get; } =
        Mnist with
        {
            Preset = "photos",
            Dataset = null,
            Image = Photos64,
            Architecture = PhotoNetworks.For(Photos64),
            Latent = Fashion.Latent,
            Precision = Precision.Auto,
            Transfer = new(),
            RealPairs = new() { Augmentation = Pictures.RealPairs!.Augmentation with { Mirror = true } },
            HeadStart = new(Steps: 500, Balance: 1.5, Starts: 16, Following: 0.5),
            Steps = 1500,
            GeneratorLearningRate = 1e-3,
            DiscriminatorLearningRate = 3e-4,
            Beta2 = 0.99,
            Variation = new(
                RotationDegrees: 0,
                Scaling: 0,
                Shift: 0.1,
                Slant: 0,
                Thickness: 0,
                Coloring: 0.2,
                RepeatEdges: true
            ),
            InformationBound = 0.3,
            ConditionalDiscriminator = true,
            GradientPenalty = 1,
            EvenUpsampling = true,
            RealStatistics = false,
        };

    /// <summary>The <see cref="Photos"/> recipe at the size of CIFAR-10, small photographs that anyone can download.</summary>
    public static TrainingOptions PhotosCifar10 { get; } =
        Photos.AdaptedTo(Pictures32) with
        {
            Preset = "photos-cifar10",
            Dataset = "cifar-10",
        };

    /// <summary>
    /// The <see cref="Mnist"/> recipe for sprites of known factors. Five codes follow what copies differ in, from the head start
    /// on, and two are free; pairs say nothing about the category, as all that survives a copy here is how blurred the image is.
    /// </summary>
    public static TrainingOptions Dsprites { get; } =
        Mnist with
        {
            Preset = "dsprites",
            Dataset = "sprites-32",
            Image = Sprites32,
            Architecture = StandardNetworks.For(Sprites32),
            Latent = new(
                Noise: 10,
                Categorical: [new("category", 3, Lambda: 0.1)],
                Continuous:
                [
                    new("size", Lambda: 0.5, Follows: AugmentationKind.Size),
                    new("right", Lambda: 0.5, Follows: AugmentationKind.Right),
                    new("down", Lambda: 0.5, Follows: AugmentationKind.Down),
                    new("slant", Lambda: 0.5, Follows: AugmentationKind.Slant),
                    new("width", Lambda: 0.5, Follows: AugmentationKind.Width),
                    new("continuous_6", Lambda: 0.25),
                    new("continuous_7", Lambda: 0.25),
                ]
            ),
            Steps = 5000,
            DiscriminatorLearningRate = 2e-4,
            InformationBound = 1,
            RealPairs = new(Information: 0, Following: 2)
            {
                Augmentation = new(
                    RotationDegrees: 0,
                    Scaling: 0.3,
                    Shift: 0.22,
                    Slant: 0.4,
                    Thickness: 0,
                    Stretch: 0.4,
                    Normalize: true
                ),
            },
            HeadStart = new(Steps: 600, Balance: 0, Following: 2),
        };

    /// <summary>Chen et al. 2016, table 1, with the settings of the authors' code where the paper is silent.</summary>
    public static TrainingOptions MnistPaper { get; } =
        new()
        {
            Preset = "mnist-paper",
            Latent = new(
                Noise: 62,
                Categorical: [new("category", 10)],
                Continuous: [new("continuous_1"), new("continuous_2")],
                NoisePrior: Prior.Uniform
            ),
            Image = Mnist28,
            Architecture = new(
                Generator:
                [
                    new Dense(1024, Bias: false),
                    new BatchNorm(),
                    new ReLU(),
                    new Dense(7 * 7 * 128, Bias: false),
                    new BatchNorm(),
                    new ReLU(),
                    new Reshape(128, 7, 7),
                    new TransposedConv(64, Bias: false),
                    new BatchNorm(),
                    new ReLU(),
                    new TransposedConv(1),
                    new Sigmoid(),
                ],
                Trunk:
                [
                    new Conv(64),
                    new LeakyReLU(),
                    new Conv(128, Bias: false),
                    new BatchNorm(),
                    new LeakyReLU(),
                    new Flatten(),
                    new Dense(1024, Bias: false),
                    new BatchNorm(),
                    new LeakyReLU(),
                ],
                RecognizerHead: [new Dense(128, Bias: false), new BatchNorm(), new LeakyReLU()]
            ),
        };

    /// <summary>The <see cref="Mnist"/> recipe in half the time and nearly as good: what ablations start from.</summary>
    public static TrainingOptions MnistShort { get; } = Mnist with { Preset = "mnist-short", Steps = 3000 };

    /// <summary>The same of <see cref="Fashion"/>, whose head start decides most.</summary>
    public static TrainingOptions FashionShort { get; } = Fashion with { Preset = "fashion-short", Steps = 1500 };

    /// <summary>
    /// The <see cref="Pictures"/> recipe in a quarter of the steps, after a third of the head start and from one start: short
    /// enough to measure what each of its adversarial options is worth, on sprites that need no pictures of the user's.
    /// </summary>
    public static TrainingOptions PicturesShort { get; } =
        Pictures with
        {
            Preset = "pictures-short",
            Dataset = "color-sprites-32",
            Steps = 600,
            HeadStart = new(Steps: 500),
        };

    /// <summary>The head start of <see cref="PhotosCifar10"/> and hardly more, as categories stay as it leaves them.</summary>
    public static TrainingOptions PhotosShort { get; } = PhotosCifar10 with { Preset = "photos-short", Steps = 1 };

    /// <summary>The <see cref="Mnist"/> recipe cut short: about a minute, for tests and first tries.</summary>
    public static TrainingOptions Smoke { get; } =
        Mnist with
        {
            Preset = "smoke",
            HeadStart = new(Steps: 500),
            Steps = 250,
            CheckpointEvery = 250,
        };

    /// <summary>Every preset, the default one first.</summary>
    public static IReadOnlyList<TrainingOptions> All { get; } =
    [
        Mnist,
        Fashion,
        Pictures,
        Photos,
        PhotosCifar10,
        Dsprites,
        MnistPaper,
        PaperPresets.Svhn,
        PaperPresets.CelebA,
        PaperPresets.Faces,
        PaperPresets.Chairs,
        MnistShort,
        FashionShort,
        PicturesShort,
        PhotosShort,
        Smoke,
    ];

    /// <summary>The preset of that name, or one of the <see cref="Ablations"/> of it, or the one in that JSON file.</summary>
    /// <exception cref="InvalidOptionsException">There is none; the message lists the names.</exception>
    /// <exception cref="InvalidPresetException">The file is missing or wrong.</exception>
    public static TrainingOptions Find(string name) =>
        All.FirstOrDefault(preset => preset.Preset == name)
        ?? Ablations.Find(name, All.Where(preset => preset.HeadStart is not null))
        ?? (PresetFile.IsPath(name) ? PresetFile.Read(name) : null)
        ?? throw new InvalidOptionsException([
            $"preset is '{name}'; expected one of: {string.Join(", ", All.Select(preset => preset.Preset))}, or a .json file.",
        ]);
}
