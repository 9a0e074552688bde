using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Codes;

/// <summary>
/// E[log q(c|x)] of every code, from Q's raw outputs: the part of L_I(G, Q) = E[log q(c|x)] + H(c) that can be learned
/// (Chen et al. 2016, eq. 5).
/// </summary>
public sealed class CodeLikelihood(LatentRecipe recipe)
{
    private readonly LatentSpace _latent = recipe.Space;

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

    /// <summary>E[log N(c; μ, 1)] = −E[(c − μ)²]/2 − log √(2π); the authors' code fixes the deviation, too.</summary>
    private IEnumerable<Tensor> Gaussians(Tensor rawCodes, Tensor latents) =>
        SquaredErrors(rawCodes, latents).Select(error => -0.5 * error - HalfLogTwoPi);

    /// <summary>E[(c − μ)²] of each continuous code.</summary>
    private IEnumerable<Tensor> SquaredErrors(Tensor rawCodes, Tensor latents) =>
        _latent.Continuous.Select(
            (_, i) =>
            {
                var mean = _latent.ContinuousIn(rawCodes, i); // [N]
                var target = _latent.ContinuousIn(latents, i, _latent.Noise); // [N]
                return (target - mean).square().mean();
            }
        );
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
