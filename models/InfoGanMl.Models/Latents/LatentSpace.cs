using System.Text.Json.Serialization;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Models.Latents;

/// <summary>Prior distribution of a continuous code, or of each noise variable.</summary>
[JsonConverter(typeof(NameConverter<Prior>))]
public enum Prior
{
    /// <summary>Uniform on [-1, 1]: mean 0, variance 1/3.</summary>
    Uniform,

    /// <summary>Standard normal: mean 0, variance 1.</summary>
    Gaussian,
}

/// <summary>A categorical code, drawn uniformly from its categories and given to G as a one-hot vector.</summary>
/// <param name="Name">Name of G's input tensor; Q's output is <c>{name}_probabilities</c>.</param>
/// <param name="Size">Number of categories, at least 2.</param>
public sealed record CategoricalCode(string Name, int Size)
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
public sealed record ContinuousCode(string Name, Prior Prior = Prior.Uniform)
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
/// raw output is the logits of each categorical code, then the mean of each continuous code.
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

    /// <summary>All that is wrong with this latent space; empty when a model can have it.</summary>
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
