using InfoGanMl.Models.Images;
using InfoGanMl.Models.Networks;

namespace InfoGanMl.Models;

/// <summary>Everything that decides what a training run computes. Saved with every run and every model folder.</summary>
/// <remarks>The defaults are the paper's where the paper states one, and the authors' code's where it does not.</remarks>
public sealed record TrainingOptions
{
    /// <summary>Name of the preset that these options started from.</summary>
    public required string Preset { get; init; }

    /// <summary>Name of the data set that these options are meant for, and that is downloaded unless other data is given.</summary>
    public string DataSet { get; init; } = "mnist";

    /// <summary>Noise and codes.</summary>
    public required LatentSpace Latent { get; init; }

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

    /// <summary>
    /// Standard deviation of the initial weights, normal with mean 0 as in the authors' code; null draws weights and biases
    /// uniformly within ±1/√(inputs of a unit), TorchSharp's own default.
    /// </summary>
    public double? InitialWeightDeviation { get; init; } = 0.02;

    /// <summary>Whether Q learns the standard deviation of continuous codes; fixed to 1 as in the authors' code if not.</summary>
    public bool LearnDeviations { get; init; }

    /// <summary>Mutual information on real images; null trains on generated images alone, as the paper does.</summary>
    public RealPairs? RealPairs { get; init; }

    /// <summary>What the trunk and Q learn from real pairs before G and D join in; null starts all of them at once.</summary>
    public HeadStart? HeadStart { get; init; }

    /// <summary>Steps between two lines of metrics.</summary>
    public int ReportEvery { get; init; } = 50;

    /// <summary>Steps between two model folders under <c>checkpoints/</c>, and between two sample grids.</summary>
    public int CheckpointEvery { get; init; } = 1000;

    /// <summary>Binds the layers to the latent space and the image format.</summary>
    public InfoGanNetworks BuildNetworks() => Architecture.Build(Latent, Image, LearnDeviations);

    /// <summary>All that is wrong with these options; empty when they can be trained.</summary>
    public IReadOnlyList<string> FindMistakes() =>
        [
            .. Latent.FindMistakes(),
            .. RequireAtLeast(1, (nameof(Steps), Steps), (nameof(ReportEvery), ReportEvery)),
            .. RequireAtLeast(1, (nameof(CheckpointEvery), CheckpointEvery)),
            .. RequireAtLeast(2, (nameof(BatchSize), BatchSize)), // batch norm has no variance on one row
            .. RequirePositive(
                (nameof(DiscriminatorLearningRate), DiscriminatorLearningRate),
                (nameof(GeneratorLearningRate), GeneratorLearningRate),
                (nameof(InitialWeightDeviation), InitialWeightDeviation ?? 1)
            ),
            .. RequireFraction((nameof(Beta1), Beta1), (nameof(Beta2), Beta2), (nameof(CoolDown), CoolDown)),
            .. RealPairs?.FindMistakes() ?? [],
            .. FindHeadStartMistakes(),
            .. FindMisfits(),
        ];

    /// <summary>Returns these options when they can be trained.</summary>
    /// <exception cref="InvalidOptionsException">They cannot; the message lists every mistake.</exception>
    public TrainingOptions Validated()
    {
        var mistakes = FindMistakes();
        return mistakes.Count == 0 ? this : throw new InvalidOptionsException(mistakes);
    }

    private IEnumerable<string> FindHeadStartMistakes()
    {
        if (HeadStart is null)
        {
            return [];
        }

        IEnumerable<string> withoutPairs = RealPairs is null
            ? ["HeadStart is set without RealPairs; expected both, as it learns from real pairs."]
            : [];
        return withoutPairs
            .Concat(RequireAtLeast(1, ("HeadStart.Steps", HeadStart.Steps), ("HeadStart.Heads", HeadStart.Heads)))
            .Concat(RequireAtLeast(1, ("HeadStart.Attempts", HeadStart.Attempts)))
            .Concat(RequireAtLeast(2, ("HeadStart.BatchSize", HeadStart.BatchSize)))
            .Concat(RequirePositive(("HeadStart.LearningRate", HeadStart.LearningRate)));
    }

    private List<string> FindMisfits()
    {
        try
        {
            BuildNetworks();
            return [];
        }
        catch (ArgumentException misfit)
        {
            return [misfit.Message];
        }
    }

    private static IEnumerable<string> RequireAtLeast(int least, params (string Name, int Value)[] options) =>
        options.Where(o => o.Value < least).Select(o => $"{o.Name} is {o.Value}; expected at least {least}.");

    private static IEnumerable<string> RequirePositive(params (string Name, double Value)[] options) =>
        options
            .Where(o => !(o.Value > 0 && double.IsFinite(o.Value)))
            .Select(o => $"{o.Name} is {o.Value}; expected a finite number above 0.");

    private static IEnumerable<string> RequireFraction(params (string Name, double Value)[] options) =>
        options
            .Where(o => !(o.Value is >= 0 and < 1))
            .Select(o => $"{o.Name} is {o.Value}; expected at least 0 and below 1.");
}

/// <summary>
/// Mutual information between Q's answers for a real image and for a distorted copy of it (Ji et al. 2019, "Invariant
/// Information Clustering", eq. 3). The paper shows Q generated images only.
/// </summary>
/// <param name="Weight">Weight of the term in the trunk's and Q's objective.</param>
/// <param name="RotationDegrees">The copy is turned by up to this angle either way.</param>
/// <param name="Scaling">The copy is scaled by a factor of 1 ± up to this.</param>
/// <param name="Shift">The copy is moved by up to this share of the image's side.</param>
/// <param name="Shear">The copy is slanted by up to this many pixels per pixel of height.</param>
/// <param name="Thickness">The copy's strokes move by up to this share of the way to their 3×3 dilation or erosion.</param>
public sealed record RealPairs(
    double Weight = 1,
    double RotationDegrees = 15,
    double Scaling = 0.15,
    double Shift = 0.1,
    double Shear = 0.3,
    double Thickness = 0.8
)
{
    internal IEnumerable<string> FindMistakes() =>
        new[]
        {
            (nameof(Weight), Weight),
            (nameof(RotationDegrees), RotationDegrees),
            (nameof(Scaling), Scaling),
            (nameof(Shift), Shift),
            (nameof(Shear), Shear),
            (nameof(Thickness), Thickness),
        }
            .Where(option => !(option.Item2 >= 0 && double.IsFinite(option.Item2)))
            .Select(option => $"RealPairs.{option.Item1} is {option.Item2}; expected a finite number of at least 0.");
}

/// <summary>
/// The trunk and several candidates for Q's head learn from real pairs alone; Q goes on with the candidate of the highest
/// mutual information. A head that puts two classes into one category is stuck there for good, and shows without labels: its
/// mutual information levels off below that of the others.
/// </summary>
/// <param name="Steps">Updates before G and D join in.</param>
/// <param name="BatchSize">Real pairs in one update; mutual information needs more than the adversarial terms do.</param>
/// <param name="Heads">Candidates for Q's head.</param>
/// <param name="LearningRate">Adam's learning rate.</param>
/// <param name="Attempts">Times to begin anew, as heads on one trunk tend to be stuck together.</param>
/// <param name="Enough">Share of its maximum, ln(categories), at which the mutual information ends the attempts.</param>
public sealed record HeadStart(
    int Steps = 1500,
    int BatchSize = 128,
    int Heads = 5,
    double LearningRate = 1e-3,
    int Attempts = 1,
    double Enough = 0.89
);

/// <summary>Training options that cannot work, with every mistake in them.</summary>
public sealed class InvalidOptionsException(IReadOnlyList<string> mistakes)
    : InfoGanException("These options cannot be trained:" + string.Concat(mistakes.Select(m => "\n  - " + m)))
{
    /// <summary>One sentence per mistake: what, found, expected.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
