using System.Text.Json.Serialization;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes;

/// <summary>Everything that decides what a training run computes. Saved with every run and every model folder.</summary>
/// <remarks>The defaults are the paper's where the paper states one, and the authors' code's where it does not.</remarks>
public sealed record TrainingOptions
{
    /// <summary>Name of the preset that these options started from.</summary>
    public required string Preset { get; init; }

    /// <summary>
    /// Name of the data set that these options are meant for, and that is downloaded unless other data is given; null where none
    /// can be downloaded.
    /// </summary>
    public string? Dataset { get; init; } = "mnist";

    /// <summary>Noise and codes.</summary>
    public required LatentRecipe Latent { get; init; }

    /// <summary>Size of the images.</summary>
    public required ImageFormat Image { get; init; }

    /// <summary>The layers of G, of the trunk and of Q's head.</summary>
    public required Architecture Architecture { get; init; }

    /// <summary>Seed of weights, latents, batches and augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Updates of D and of G.</summary>
    public int Steps { get; init; } = 5000;

    /// <summary>Real images, and generated images, in one step.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's learning rate for the trunk, D and Q.</summary>
    public double DiscriminatorLearningRate { get; init; } = 2e-4;

    /// <summary>Adam's learning rate for G.</summary>
    public double GeneratorLearningRate { get; init; } = 1e-3;

    /// <summary>Share of the steps, at the end, over which both learning rates fall linearly to 0; the paper has none.</summary>
    public double CoolDown { get; init; }

    /// <summary>Adam's β1: 0.5 as in DCGAN (Radford et al. 2015), since the paper does not state it.</summary>
    public double Beta1 { get; init; } = 0.5;

    /// <summary>Adam's β2.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Standard deviation of G's initial weights, normal with mean 0 as in the authors' code.</summary>
    /// <remarks>Null draws weights and biases uniformly within ±1/√(inputs of a unit), TorchSharp's own default.</remarks>
    public double? GeneratorWeightDeviation { get; init; } = 0.02;

    /// <summary>The same for the trunk, D and Q.</summary>
    public double? DiscriminatorWeightDeviation { get; init; } = 0.02;

    /// <summary>
    /// The gradient of λ·L_I at generated images is at most this many times as long as that of V: where no λ was tuned, G else
    /// writes the codes into patterns that Q reads and that look like nothing. Null leaves both to λ, which the paper chooses so
    /// that they are on one scale (section 7).
    /// </summary>
    public double? InformationBound { get; init; }

    /// <summary>
    /// Whether D's batch norms take real and generated images as one batch, in a pass through the trunk of its own. Apart, they
    /// take away what all generated images share, such as a color or a pattern, and D cannot see it.
    /// </summary>
    public bool JointBatchNorm { get; init; }

    /// <summary>
    /// Whether G has to deceive a further D, too, that judges patches and has no batch norms
    /// (<see cref="StandardNetworks.Patches"/>): patterns and wrong brightness, which batch norms help to hide, are plain to it.
    /// </summary>
    public bool PatchDiscriminator { get; init; }

    /// <summary>
    /// Whether D judges images together with their categories: generated ones with what they were made from, real ones with what
    /// Q finds in them (the joint game of Dumoulin et al. 2017, section 2, for c alone). G has to draw in each category what Q
    /// sorts there; without it, nothing but L_I tells one category of G from another, and L_I is content with any pattern.
    /// </summary>
    public bool ConditionalDiscriminator { get; init; }

    /// <summary>
    /// γ of a penalty on how steep D is at real images (R1, Mescheder et al. 2018, eq. 9). Without it, D's slope tempts G to
    /// exaggerate what tells a category from the others. 0 leaves it out, as the paper does.
    /// </summary>
    public double GradientPenalty { get; init; }

    /// <summary>
    /// Whether G's transposed convolutions treat all places of their output alike: the parts of a kernel that reach one place or
    /// its neighbors have equal sums, so that a map of one value becomes a map of one value (Sugawara et al. 2019). Else G can
    /// lay a pattern over all images by a few weights, faster than D learns to see it.
    /// </summary>
    public bool EvenUpsampling { get; init; }

    /// <summary>What Q learns from real images; null trains on generated images alone, as the paper does.</summary>
    public RealPairs? RealPairs { get; init; }

    /// <summary>What the trunk and Q learn from real pairs before G and D join in; null starts all of them at once.</summary>
    public HeadStart? HeadStart { get; init; }

    /// <summary>
    /// What a trunk that has seen photographs before learns; null starts from fresh weights. Null is not written, so that runs of
    /// versions without this option can go on.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Transfer? Transfer { get; init; }

    /// <summary>
    /// How all images are varied before D on a pretrained trunk sees them, real and generated ones alike, so that it cannot know the
    /// real ones by heart (DiffAugment, Zhao et al. 2020); null leaves them as they are.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Augmentation? Variation { get; init; }

    /// <summary>
    /// Whether an export recomputes the batch norm statistics of trunk and Q on real images. The running averages of the
    /// training are of real and generated images in turn, and fit neither.
    /// </summary>
    public bool RealStatistics { get; init; } = true;

    /// <summary>
    /// In which numbers convolutions and products are computed. Float32 is not written, so that runs of versions without this
    /// option can go on.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Precision Precision { get; init; }

    /// <summary>Steps between two lines of metrics.</summary>
    public int ReportEvery { get; init; } = 50;

    /// <summary>Steps between two model folders under <c>checkpoints/</c>, and between two sample grids.</summary>
    public int CheckpointEvery { get; init; } = 1000;

    /// <summary>Updates of a whole run: those of every start of the head start, then those of D and G.</summary>
    [JsonIgnore]
    public int TotalSteps => HeadStartUpdates + Steps;

    private int HeadStartUpdates =>
        (HeadStart, Transfer) switch
        {
            (null, _) => 0,
            ({ } plan, null) => plan.Updates(),
            ({ } plan, { } transfer) => transfer.TeacherSteps + plan.Steps, // heads on one trunk count as one
        };

    /// <summary>Binds the layers to the latent space and the image format.</summary>
    public InfoGanNetworks BuildNetworks() => Architecture.Build(Latent.Space, Image);

    /// <summary>D's head on the trunk; null with <see cref="Transfer"/>, where D is <see cref="BuildFeatureCritics"/>.</summary>
    /// <exception cref="ArgumentException">The layers do not fit the latent space or the images.</exception>
    public Network? BuildDiscriminator() => Transfer is null ? BuildNetworks().Discriminator : null;

    /// <summary>D of patches for these images; null without <see cref="PatchDiscriminator"/>.</summary>
    /// <exception cref="ArgumentException">The images are too small for it.</exception>
    public Network? BuildPatches() => PatchDiscriminator ? StandardNetworks.Patches(Image) : null;

    /// <summary>What D is on a pretrained trunk, stage by stage; nothing without <see cref="Transfer"/>.</summary>
    /// <exception cref="ArgumentException">The layers do not fit the latent space or the images.</exception>
    public IReadOnlyList<FeatureCriticNetworks> BuildFeatureCritics() =>
        Transfer is null
            ? []
            : FeatureCritics.For(
                BuildNetworks().Trunk,
                ConditionalDiscriminator ? Latent.Space.CategoricalWidth : null
            );

    /// <summary>
    /// What D's head adds for an image's categories, as a projection on the trunk (Miyato and Koyama 2018, section 3): one-hot
    /// codes to trunk width. Null without <see cref="ConditionalDiscriminator"/>, and where D has no such head.
    /// </summary>
    /// <exception cref="ArgumentException">The layers do not fit the latent space or the images.</exception>
    public Network? BuildCategoryProjection() =>
        ConditionalDiscriminator && BuildDiscriminator() is { } head
            ? new(
                "category_projection",
                new(Latent.Space.CategoricalWidth),
                [new Dense(head.Input.Channels, Bias: false)]
            )
            : null;

    /// <summary>
    /// The same recipe for images of another format, where its networks are <see cref="StandardNetworks"/> or
    /// <see cref="PhotoNetworks"/>. Networks that were described for one format stay as they are.
    /// </summary>
    /// <exception cref="InvalidOptionsException">There are no such networks for that format.</exception>
    public TrainingOptions AdaptedTo(ImageFormat image)
    {
        var adapted =
            image == Image ? null
            : Transfer is null ? StandardNetworks.Adapt(Architecture, from: Image, to: image)
            : PhotoNetworks.Adapt(Architecture, from: Image, to: image);
        return adapted is null ? this : this with { Image = image, Architecture = adapted };
    }

    /// <summary>All that is wrong with these options; empty when they can be trained.</summary>
    public IReadOnlyList<string> FindMistakes() => [.. RecipeCheck.FindMistakes(this)];

    /// <summary>Returns these options when they can be trained.</summary>
    /// <exception cref="InvalidOptionsException">They cannot; the message lists every mistake.</exception>
    public TrainingOptions Validated()
    {
        InvalidOptionsException.ThrowIfAny(FindMistakes());
        return this;
    }

    /// <summary>Whether real pairs show a code what it is to follow; nothing needs no teaching.</summary>
    internal bool Teaches(AugmentationKind? followed) =>
        followed is not { } augmentation
        || RealPairs is { Following: > 0 } pairs && pairs.Augmentation.RangeOf(augmentation) > 0;
}
