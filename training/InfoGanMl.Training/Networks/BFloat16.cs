using System.Diagnostics.CodeAnalysis;
using InfoGanMl.Recipes.Networks;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using Shape = InfoGanMl.Recipes.Networks.Shape;
using TorchModules = TorchSharp.Modules;

namespace InfoGanMl.Training.Networks;

/// <summary>
/// Convolutions and products in bfloat16, from weights in float32. Their gradients are float32 again, and so are the statistics
/// of batch norms, which take activations of either kind.
/// </summary>
internal static class BFloat16
{
    /// <summary>
    /// Whether a layer is faster in it, where the processor has it: those with a block of inputs and of outputs. The thinnest of
    /// them are hardly faster themselves, but what they pass on is half as large. Convolutions need whole blocks.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">Shape of what enters it.</param>
    public static bool Gains(Layer layer, Shape input)
    {
        var (inputs, outputs) = (input.Channels, layer.Output(input).Channels);
        return layer switch
        {
            Dense => Math.Min(inputs, outputs) >= CpuConvolution.Block,
            Conv or TransposedConv => !CpuConvolution.IsUneven(inputs) && !CpuConvolution.IsUneven(outputs),
            _ => false,
        };
    }

    /// <summary>Applies a layer in it.</summary>
    /// <param name="layer">What the module is made of.</param>
    /// <param name="module">Its weights.</param>
    /// <param name="input">[N, input shape], of either kind.</param>
    /// <returns>[N, output shape] in bfloat16.</returns>
    public static Tensor Forward(Layer layer, nn.Module<Tensor, Tensor> module, Tensor input)
    {
        var activation = input.to(ScalarType.BFloat16);
        return (layer, module) switch
        {
            (Dense, TorchModules.Linear m) => linear(activation, Half(m.weight), Half(m.bias)),
            (_, TorchModules.Conv2d m) => Convolve(m.weight, m.bias),
            (_, TorchModules.ConvTranspose2d m) => Convolve(m.weight, m.bias),
            _ => throw new ArgumentException($"{layer} has no product.", nameof(layer)),
        };

        Tensor Convolve(Tensor weight, Tensor? bias) =>
            CpuConvolution.Convolve(layer, CpuConvolution.ChannelsLast(activation), Half(weight), Half(bias));
    }

    /// <summary>Whether a layer takes activations as they come; all others need float32.</summary>
    public static bool IsTakenBy(Layer layer) =>
        layer is BatchNorm or ReLU or LeakyReLU or Reshape or Flatten or MaxPool or Residual;

    [return: NotNullIfNotNull(nameof(weight))]
    private static Tensor? Half(Tensor? weight) => weight?.to(ScalarType.BFloat16);
}
