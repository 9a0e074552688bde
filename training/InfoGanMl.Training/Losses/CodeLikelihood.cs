using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses;

/// <summary>
/// E[log q(c|x)] of every code, from Q's raw outputs: the part of L_I(G, Q) = E[log q(c|x)] + H(c) that can be learned
/// (Chen et al. 2016, eq. 5).
/// </summary>
public sealed class CodeLikelihood(LatentRecipe recipe, bool learnDeviations)
{
    private readonly LatentSpace _latent = recipe.Space;

    /// <summary>Bounds of a learned log σ: without them a code that is matched exactly drives the likelihood to infinity.</summary>
    private const double LeastLogDeviation = -3;
    private const double MostLogDeviation = 1;

    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>Log-likelihood of each code, averaged over the batch.</summary>
    /// <param name="rawCodes">[N, code outputs], logits first, as described at <see cref="LatentSpace"/>.</param>
    /// <param name="latents">[N, latent width], the rows that the images were generated from.</param>
    public CodeLikelihoods Measure(Tensor rawCodes, Tensor latents)
    {
        var categorical = _latent
            .CategoricalIn(rawCodes)
            .Zip(
                _latent.CategoricalIn(latents, _latent.Noise),
                (logits, oneHot) => (oneHot * logits.log_softmax(1)).sum(1).mean()
            );
        return new([.. categorical], [.. Gaussians(rawCodes, latents)], [.. SquaredErrors(rawCodes, latents)]);
    }

    /// <summary>Σ λ·E[log q(c|x)]: what D, Q and G maximize beside V(D, G); H(c) is left out, as it has no gradient.</summary>
    public Tensor Weighted(CodeLikelihoods likelihoods)
    {
        var weighted = recipe
            .Categorical.Select((code, i) => likelihoods.Categorical[i] * code.Lambda)
            .Concat(recipe.Continuous.Select((code, i) => likelihoods.Continuous[i] * code.Lambda));
        return stack(weighted).sum();
    }

    /// <summary>log N(c; μ, σ) = −((c − μ)/σ)²/2 − log σ − log √(2π), with σ = 1 unless Q learns it.</summary>
    private IEnumerable<Tensor> Gaussians(Tensor rawCodes, Tensor latents)
    {
        for (var i = 0; i < _latent.Continuous.Count; i++)
        {
            var squaredError = SquaredError(rawCodes, latents, i);
            if (!learnDeviations)
            {
                yield return -0.5 * squaredError.mean() - HalfLogTwoPi;
                continue;
            }

            var logDeviation = rawCodes
                .select(1, _latent.CategoricalWidth + _latent.Continuous.Count + i)
                .clamp(LeastLogDeviation, MostLogDeviation);
            yield return (-0.5 * squaredError * (-2 * logDeviation).exp() - logDeviation).mean() - HalfLogTwoPi;
        }
    }

    private IEnumerable<Tensor> SquaredErrors(Tensor rawCodes, Tensor latents) =>
        _latent.Continuous.Select((_, i) => SquaredError(rawCodes, latents, i).mean());

    private Tensor SquaredError(Tensor rawCodes, Tensor latents, int code)
    {
        var mean = _latent.ContinuousIn(rawCodes, code);
        var target = _latent.ContinuousIn(latents, code, _latent.Noise);
        return (target - mean).square();
    }
}

/// <summary>Scalars for each code, averaged over a batch.</summary>
/// <param name="Categorical">E[log q(c|x)] in nats of each categorical code.</param>
/// <param name="Continuous">E[log q(c|x)] in nats of each continuous code.</param>
/// <param name="SquaredError">E[(c − μ)²] of each continuous code.</param>
public sealed record CodeLikelihoods(
    IReadOnlyList<Tensor> Categorical,
    IReadOnlyList<Tensor> Continuous,
    IReadOnlyList<Tensor> SquaredError
);
