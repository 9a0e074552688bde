namespace InfoGanMl.Recipes.Networks;

/// <summary>
/// The networks of a D that judges what a pretrained trunk sees (Projected GAN, Sauer et al. 2021, section 3): one at the end of each
/// stage. The stages are mixed by random weights that never learn, as D would look at few channels otherwise.
/// </summary>
public static class FeatureCritics
{
    private const int Mixed = 64; // channels
    private const int Channels = 128;
    private const int LeastSide = 4; // pixels that still get a logit each

    /// <summary>One for each stage of a trunk.</summary>
    /// <param name="trunk">With <see cref="ResNet18"/>'s layers.</param>
    /// <param name="categories">Width of all one-hot categories; null where D does not ask for them.</param>
    public static IReadOnlyList<FeatureCriticNetworks> For(Network trunk, int? categories)
    {
        Shape[] shapes = [.. trunk.Steps.Select(step => step.Input)];
        return
        [
            .. ResNet18
                .StageEnds(trunk.Layers)
                .Select((end, stage) => Critic($"critic_{stage + 1}", shapes[end + 1], categories)),
        ];
    }

    private static FeatureCriticNetworks Critic(string name, Shape maps, int? categories)
    {
        var mix = new Network($"{name}_mix", maps, [new Conv(Mixed, Kernel: 1, Stride: 1, Padding: 0)]);
        var body = new Network(name, mix.Output, [.. Halve(Math.Min(maps.Height, maps.Width))]);
        var logits = new Network(
            $"{name}_logits",
            body.Output,
            [new Conv(1, Kernel: 1, Stride: 1, Padding: 0), new Flatten()]
        );
        var projection = categories is { } width
            ? new Network($"{name}_categories", new(width), [new Dense(Channels, Bias: false)])
            : null;
        return new(mix, body, logits, projection);
    }

    private static IEnumerable<Layer> Halve(int side)
    {
        for (; side > LeastSide; side /= 2)
        {
            yield return new Conv(Channels);
            yield return new LeakyReLU();
        }

        yield return new Conv(Channels, Kernel: 3, Stride: 1);
        yield return new LeakyReLU();
    }
}

/// <summary>The networks of D at the end of one stage.</summary>
/// <param name="Mix">Maps to random mixtures of them; never learns.</param>
/// <param name="Body">Mixtures to maps [128, H, W].</param>
/// <param name="Logits">Those to a logit for each place.</param>
/// <param name="Categories">
/// One-hot categories to what each place is compared with (Miyato and Koyama 2018, section 3); null where D does not ask.
/// </param>
public sealed record FeatureCriticNetworks(Network Mix, Network Body, Network Logits, Network? Categories)
{
    /// <summary>Parameters that learn.</summary>
    public long Parameters => Body.Parameters + Logits.Parameters + (Categories?.Parameters ?? 0);
}
