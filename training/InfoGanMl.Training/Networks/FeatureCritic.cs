using InfoGanMl.Training.Data;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>D at the end of one stage of a pretrained trunk (<see cref="InfoGanMl.Recipes.Networks.FeatureCritics"/>).</summary>
/// <param name="mix">Maps to mixtures of them; never learns.</param>
/// <param name="body">Mixtures to maps.</param>
/// <param name="logits">Those to a logit for each place.</param>
/// <param name="categories">One-hot categories to what each place is compared with; null where D does not ask for them.</param>
public sealed class FeatureCritic(LayerModule mix, LayerModule body, LayerModule logits, LayerModule? categories)
{
    private const double Least = 1e-3; // deviation of a channel that is always the same

    /// <summary>Every network.</summary>
    internal IEnumerable<LayerModule> Modules => [mix, .. Learning];

    /// <summary>Those that learn.</summary>
    internal IEnumerable<LayerModule> Learning => new[] { body, logits, categories }.OfType<LayerModule>();

    /// <summary>The mixtures [N, 64, H, W] of a stage's maps.</summary>
    public Tensor Mix(Tensor maps) => mix.forward(maps);

    /// <summary>Logits [N, places] of mixtures of images that are said to have these categories.</summary>
    /// <param name="mixed">[N, 64, H, W].</param>
    /// <param name="oneHot">[N, categories]; null where D does not ask for them.</param>
    public Tensor Judge(Tensor mixed, Tensor? oneHot)
    {
        var maps = body.forward(mixed); // [N, 128, h, w]
        var plain = logits.forward(maps);
        return categories is null || oneHot is null
            ? plain
            : plain + (maps * categories.forward(oneHot).unsqueeze(2).unsqueeze(3)).sum(1).flatten(1);
    }

    /// <summary>Draws the weights of the mixtures, of which each has about mean 0 and deviation 1 over images like these.</summary>
    /// <param name="maps">[N, C, H, W] of real images.</param>
    /// <param name="random">Source of the weights.</param>
    internal void Standardize(Tensor maps, RandomSource random)
    {
        using var _ = no_grad();
        var channels = maps.shape[1];
        var deviations = maps.std([0, 2, 3]).clamp_min(Least);
        var layer = mix.LayersWithModules.Single().Module;
        var (weight, bias) = (layer.get_parameter("weight")!, layer.get_parameter("bias")!);
        weight.copy_(random.Normal(weight.shape) / (deviations * Math.Sqrt(channels)).view(1, channels, 1, 1));
        bias.copy_(-weight.flatten(1).mv(maps.mean([0, 2, 3])));
    }
}
