using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Benchmarks;

/// <summary>The arithmetic of a step, from the costs of its layers.</summary>
internal static class StepCost
{
    /// <summary>Floating point operations per real image: twice the multiply-adds of every pass through every network.</summary>
    public static double FlopPerImage(TrainingOptions options)
    {
        var networks = options.BuildNetworks();
        var (trunk, discriminator) = (networks.Trunk, networks.Discriminator);
        Network[] recognizer = [networks.Features, networks.Codes];

        // D and Q: real images, generated ones and, for pairs, copies. No gradient leaves the trunk at its input.
        var views = options.RealPairs is null ? 2 : 3;
        var judged = views * Learn(trunk, isFirst: true) + 2 * Learn(discriminator);
        var recognized = (options.RealPairs is null ? 1 : 3) * recognizer.Sum(network => Learn(network));

        // G: its own passes, and the gradient through networks that stay as they are.
        var drawn = Learn(networks.Generator, isFirst: true);
        var followed = recognizer.Append(trunk).Append(discriminator).Sum(network => 2 * network.MultiplyAdds);
        return 2.0 * (judged + recognized + drawn + followed);
    }

    /// <summary>Multiply-adds of a forward pass, of the gradient of the weights and of that of the input.</summary>
    private static long Learn(Network network, bool isFirst = false)
    {
        var first = network.Steps.First(step => step.Layer.MultiplyAdds(step.Input) > 0);
        return 3 * network.MultiplyAdds - (isFirst ? first.Layer.MultiplyAdds(first.Input) : 0);
    }
}
