using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>
/// Transposed convolutions that make no pattern of their own (<see cref="TrainingOptions.EvenUpsampling"/>). Which weights
/// of a kernel reach a pixel of the output depends on the pixel's place modulo the stride, its phase. Where the weights of every
/// phase sum up to the same, a map of one value becomes one (Sugawara, Shiota and Kiya 2019, "Checkerboard artifacts free
/// convolutional neural networks").
/// </summary>
internal static class EvenUpsampling
{
    /// <summary>Moves the kernels of a network's transposed convolutions to the nearest ones of that kind.</summary>
    public static void Project(LayerModule network)
    {
        using var _ = no_grad();
        foreach (var (layer, module) in network.LayersWithModules)
        {
            switch ((layer, module))
            {
                case (TransposedConv up, ConvTranspose2d m):
                    Project(m.weight, up.Kernel / up.Stride, up.Stride);
                    break;
                case (_, ResidualModule m):
                    Project(m.Body);
                    Project(m.Shortcut);
                    break;
                default:
                    break; // no kernel, or none that makes patterns
            }
        }
    }

    /// <summary>Takes from every weight of a phase its share of what the phase sums up to beyond the mean of all phases.</summary>
    /// <param name="kernel">[inputs, outputs, taps × stride, taps × stride].</param>
    /// <param name="taps">Weights of one phase along a side.</param>
    /// <param name="stride">Phases along a side.</param>
    private static void Project(Tensor kernel, long taps, long stride)
    {
        var phases = kernel.view(kernel.shape[0], kernel.shape[1], taps, stride, taps, stride);
        var means = phases.mean([2, 4], keepdim: true);
        phases.sub_(means - means.mean([3, 5], keepdim: true));
    }
}
