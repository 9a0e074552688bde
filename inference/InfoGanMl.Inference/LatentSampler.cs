using InfoGanMl.Models.Latents;

namespace InfoGanMl.Inference;

/// <summary>Draws noise and codes from the priors that G was trained on. Use one per thread.</summary>
/// <param name="space">Noise, codes and their priors.</param>
/// <param name="seed">The same seed draws the same latents.</param>
public sealed class LatentSampler(LatentSpace space, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Draws N rows: z, every categorical code uniformly, every continuous code from its prior.</summary>
    public Latents Draw(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var noise = Draw(space.NoisePrior, count * space.Noise);
        var categories = space.Categorical.Select(code => DrawCategories(code.Size, count)).ToArray();
        var continuous = space.Continuous.Select(code => Draw(code.Prior, count)).ToArray();
        return new(space, noise, categories, continuous);
    }

    private int[] DrawCategories(int size, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _random.Next(size))];

    private float[] Draw(Prior prior, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = prior == Prior.Uniform ? 2 * _random.NextSingle() - 1 : DrawNormal();
        }

        return values;
    }

    /// <summary>A standard normal value (Box and Muller 1958).</summary>
    private float DrawNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())); // 1 − u is never 0
        return (float)(radius * Math.Cos(2 * Math.PI * _random.NextDouble()));
    }
}
