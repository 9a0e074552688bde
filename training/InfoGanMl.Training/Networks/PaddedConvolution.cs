using InfoGanMl.Recipes.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using TorchModules = TorchSharp.Modules;

namespace InfoGanMl.Training.Networks;

/// <summary>
/// Convolutions of channels that are no multiple of 16, on CPUs. The oneDNN of libtorch fills the last 16 up, does not always
/// clear what it fills up with, and multiplies it by 0, which is no number where that memory holds none. Seen with AVX-512 in
/// transposed convolutions to one channel and in gradients of convolutions of up to three. Channels of zeros leave it nothing
/// to fill up.
/// </summary>
internal static class PaddedConvolution
{
    private const long Block = 16;

    /// <summary>Applies a layer, with channels of zeros where it needs them.</summary>
    /// <param name="layer">What the module is made of.</param>
    /// <param name="module">Its weights.</param>
    /// <param name="input">[N, input shape].</param>
    public static Tensor Forward(Layer layer, nn.Module<Tensor, Tensor> module, Tensor input) =>
        (layer, module) switch
        {
            (Conv c, TorchModules.Conv2d m) when Needs(input, c.Channels) => Forward(c, m, input),
            (TransposedConv c, TorchModules.ConvTranspose2d m) when Needs(input, input.shape[1]) => Forward(
                c,
                m,
                input
            ),
            _ => module.forward(input),
        };

    private static bool Needs(Tensor input, long channels) =>
        input.device_type == DeviceType.CPU && channels % Block != 0;

    private static Tensor Forward(Conv layer, TorchModules.Conv2d module, Tensor input)
    {
        var (weight, bias) = (Pad(module.weight, 0), module.bias is null ? null : Pad(module.bias, 0));
        return conv2d(input, weight, bias, [layer.Stride, layer.Stride], [layer.Padding, layer.Padding])
            .narrow(1, 0, layer.Channels);
    }

    private static Tensor Forward(TransposedConv layer, TorchModules.ConvTranspose2d module, Tensor input) =>
        conv_transpose2d(
            Pad(input, 1),
            Pad(module.weight, 0),
            module.bias,
            strides: [layer.Stride, layer.Stride],
            padding: [layer.Padding, layer.Padding]
        );

    private static Tensor Pad(Tensor tensor, int dimension)
    {
        var shape = tensor.shape;
        shape[dimension] = Block - shape[dimension] % Block;
        return cat([tensor, zeros(shape)], dimension);
    }
}
