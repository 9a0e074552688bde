using InfoGanMl.Models.Latents;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>Finds the codes in rows of Q's raw output or of latents; both are laid out as <see cref="LatentSpace"/> says.</summary>
internal static class RawCodes
{
    /// <summary>Columns [N, size] of each categorical code.</summary>
    /// <param name="latent">The codes.</param>
    /// <param name="rows">[N, width].</param>
    /// <param name="start">Column of the first code: 0 in Q's raw output, after the noise in latents.</param>
    public static IEnumerable<Tensor> CategoricalIn(this LatentSpace latent, Tensor rows, int start = 0)
    {
        foreach (var code in latent.Categorical)
        {
            yield return rows.narrow(1, start, code.Size);
            start += code.Size;
        }
    }

    /// <summary>Columns [N, categorical width] of all categorical codes together.</summary>
    /// <param name="latent">The codes.</param>
    /// <param name="latents">[N, latent width].</param>
    public static Tensor AllCategoricalIn(this LatentSpace latent, Tensor latents) =>
        latents.narrow(1, latent.Noise, latent.CategoricalWidth);

    /// <summary>Column [N] of a continuous code.</summary>
    /// <param name="latent">The codes.</param>
    /// <param name="rows">[N, width].</param>
    /// <param name="code">Index of the code.</param>
    /// <param name="start">Column of the first code: 0 in Q's raw output, after the noise in latents.</param>
    public static Tensor ContinuousIn(this LatentSpace latent, Tensor rows, int code, int start = 0) =>
        rows.select(1, start + latent.CategoricalWidth + code);
}
