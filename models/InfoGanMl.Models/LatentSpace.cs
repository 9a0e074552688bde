using System.Text.Json.Serialization;

namespace InfoGanMl.Models;

/// <summary>Prior distribution of a continuous code, or of each noise variable.</summary>
[JsonConverter(typeof(NameConverter<Prior>))]
public enum Prior
{
    /// <summary>Uniform on [-1, 1]: mean 0, variance 1/3.</summary>
    Uniform,

    /// <summary>Standard normal: mean 0, variance 1.</summary>
    Gaussian,
}

/// <summary>A measurable change of an image that a continuous code can follow.</summary>
[JsonConverter(typeof(NameConverter<AugmentationKind>))]
public enum AugmentationKind
{
    /// <summary>Leaning to the right as italics do.</summary>
    Slant,

    /// <summary>Thicker strokes.</summary>
    Thickness,

    /// <summary>Brighter as a whole.</summary>
    Brightness,

    /// <summary>Wider from left to right, and as high as before.</summary>
    Width,

    /// <summary>Larger as a whole: the root of the area.</summary>
    Size,

    /// <summary>Further to the right.</summary>
    Right,

    /// <summary>Further down.</summary>
    Down,
}

/// <summary>A categorical code, drawn uniformly from its categories and given to G as a one-hot vector.</summary>
/// <param name="Name">Name of G's input tensor; Q's output is <c>{name}_probabilities</c>.</param>
/// <param name="Size">Number of categories, at least 2.</param>
/// <param name="Lambda">Weight λ of this code in the objective (Chen et al. 2016, eq. 6).</param>
public sealed record CategoricalCode(string Name, int Size, double Lambda = 1)
{
    /// <summary>H(c) in nats: ln(size), as the prior is uniform.</summary>
    [JsonIgnore]
    public double Entropy => Math.Log(Size);

    /// <summary>Q's output for this code: a probability for each category.</summary>
    [JsonIgnore]
    public string ProbabilitiesName => $"{Name}_probabilities";
}

/// <summary>A continuous code: one number, given to G as it is.</summary>
/// <param name="Name">Name of G's input tensor; Q's output is <c>{name}_mean</c>.</param>
/// <param name="Prior">Distribution that the code is drawn from.</param>
/// <param name="Lambda">Weight λ of this code in the objective (Chen et al. 2016, eq. 6).</param>
/// <param name="Follows">
/// The augmentation of real images that this code is taught to follow: where a copy is slanted to the right, the code shall
/// rise. Null leaves it to G and Q what the code means, as the paper does.
/// </param>
public sealed record ContinuousCode(
    string Name,
    Prior Prior = Prior.Uniform,
    double Lambda = 1,
    AugmentationKind? Follows = null
)
{
    /// <summary>Q's output for this code: the mean of its Gaussian.</summary>
    [JsonIgnore]
    public string MeanName => $"{Name}_mean";

    /// <summary>Variance of the prior; Q's mean squared error stays there while the code is not learned.</summary>
    [JsonIgnore]
    public double Variance => Prior == Prior.Uniform ? 1.0 / 3.0 : 1.0;
}

/// <summary>What G draws images from: incompressible noise z and the codes c that Q recovers.</summary>
/// <remarks>
/// One row of G's input is z, then the one-hot vectors of the categorical codes, then the continuous codes. One row of Q's
/// raw output is the logits of each categorical code, then the mean of each continuous code, then, when Q learns them, the
/// logarithm of each standard deviation.
/// </remarks>
/// <param name="Noise">Number of noise variables in z.</param>
/// <param name="Categorical">Categorical codes, in tensor order.</param>
/// <param name="Continuous">Continuous codes, in tensor order.</param>
/// <param name="NoisePrior">Distribution of z; images made for an evaluation must draw it from the same one.</param>
public sealed record LatentSpace(
    int Noise,
    IReadOnlyList<CategoricalCode> Categorical,
    IReadOnlyList<ContinuousCode> Continuous,
    Prior NoisePrior = Prior.Gaussian
)
{
    /// <summary>Name of G's noise input.</summary>
    public const string NoiseName = "noise";

    /// <summary>Number of values in one row of G's input.</summary>
    [JsonIgnore]
    public int Width => Noise + CategoricalWidth + Continuous.Count;

    /// <summary>Number of values taken by the one-hot vectors of all categorical codes.</summary>
    [JsonIgnore]
    public int CategoricalWidth => Categorical.Sum(code => code.Size);

    /// <summary>G's inputs, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<TensorShape> GeneratorInputs =>
        [
            new(NoiseName, [Noise]),
            .. Categorical.Select(code => new TensorShape(code.Name, [code.Size])),
            .. Continuous.Select(code => new TensorShape(code.Name, [1])),
        ];

    /// <summary>Q's outputs but the features, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<TensorShape> RecognizerOutputs =>
        [
            .. Categorical.Select(code => new TensorShape(code.ProbabilitiesName, [code.Size])),
            .. Continuous.Select(code => new TensorShape(code.MeanName, [1])),
        ];

    /// <summary>The same with as many categories, code by code: codes that are there keep their names and weights.</summary>
    /// <param name="sizes">Categories of each categorical code.</param>
    public LatentSpace WithCategories(IReadOnlyList<int> sizes) =>
        this with
        {
            Categorical =
            [
                .. sizes.Select(
                    (size, i) =>
                        i < Categorical.Count ? Categorical[i] with { Size = size } : new($"category_{i + 1}", size)
                ),
            ],
        };

    /// <summary>The same with as many continuous codes: the first ones of those that are there, then free ones.</summary>
    public LatentSpace WithContinuous(int count) =>
        this with
        {
            Continuous =
            [
                .. Continuous.Take(count),
                .. Enumerable
                    .Range(1, Math.Max(0, count))
                    .Skip(Continuous.Count)
                    .Select(number => new ContinuousCode($"continuous_{number}")),
            ],
        };

    /// <summary>All that is wrong with this latent space; empty when it can be trained.</summary>
    public IEnumerable<string> FindMistakes()
    {
        foreach (var excess in FindExcesses())
        {
            yield return excess;
        }

        if (Noise < 1)
        {
            yield return $"latent.noise is {Noise}; expected at least 1.";
        }

        foreach (var code in Categorical.Where(code => code.Size < 2))
        {
            yield return $"code '{code.Name}' has {code.Size} categories; expected at least 2.";
        }

        var lambdas = Categorical.Select(c => (c.Name, c.Lambda)).Concat(Continuous.Select(c => (c.Name, c.Lambda)));
        foreach (var (name, lambda) in lambdas.Where(code => !(code.Lambda >= 0) || double.IsInfinity(code.Lambda)))
        {
            yield return $"code '{name}' has λ = {lambda}; expected a number of at least 0.";
        }

        foreach (var name in GeneratorInputs.Select(input => input.Name).Where(name => !IsTensorName(name)))
        {
            yield return $"code name '{name}' is not usable as a column; expected lower-case letters, digits and '_'.";
        }

        foreach (var name in GeneratorInputs.GroupBy(input => input.Name).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return $"code name '{name}' is used more than once; expected distinct names.";
        }
    }

    /// <summary>What is so large that sums of it could overflow.</summary>
    internal IEnumerable<string> FindExcesses() =>
        Require
            .AtMost(
                Limits.LatentSize,
                ("latent.noise", Noise),
                ("the number of categorical codes", Categorical.Count),
                ("the number of continuous codes", Continuous.Count)
            )
            .Concat(
                Require.AtMost(
                    Limits.LatentSize,
                    [.. Categorical.Select(code => ($"size of '{code.Name}'", code.Size))]
                )
            );

    private static bool IsTensorName(string name) =>
        name.Length is > 0 and <= Limits.NameLength
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
