using InfoGanMl.Models.Latents;

namespace InfoGanMl.Inference;

/// <summary>What Q says about N images.</summary>
public sealed class Recognition
{
    /// <param name="latent">The codes that Q recovers.</param>
    /// <param name="count">N.</param>
    /// <param name="outputs">Q's outputs in the manifest's order: probabilities, means, features.</param>
    internal Recognition(LatentSpace latent, int count, float[][] outputs)
    {
        Count = count;
        Probabilities = outputs[..latent.Categorical.Count];
        Means = outputs[latent.Categorical.Count..^1];
        Features = outputs[^1];
    }

    /// <summary>N.</summary>
    public int Count { get; }

    /// <summary>For each categorical code [N × size]: the probability of each category, each row summing to 1.</summary>
    public IReadOnlyList<float[]> Probabilities { get; }

    /// <summary>For each continuous code [N]: the mean of Q's Gaussian.</summary>
    public IReadOnlyList<float[]> Means { get; }

    /// <summary>[N × width]: Q's last layer before the codes.</summary>
    public float[] Features { get; }

    /// <summary>The most likely category of each image, the first one where several are equally likely.</summary>
    /// <param name="code">Index of the categorical code.</param>
    /// <returns>[N], each from 0 to size − 1.</returns>
    public int[] MostLikelyCategories(int code = 0)
    {
        var probabilities = Probabilities[code];
        var size = Count == 0 ? 0 : probabilities.Length / Count;
        return [.. Enumerable.Range(0, Count).Select(row => IndexOfMax(probabilities.AsSpan(row * size, size)))];
    }

    private static int IndexOfMax(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
