using InfoGanMl.Recipes.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using TorchModules = TorchSharp.Modules;

namespace InfoGanMl.Training.Networks;

/// <summary>
/// Convolutions as CPUs need them.
/// <para>
/// Activations lie in memory as N, H, W, C ("channels last"), which the convolutions of oneDNN and the batch norms of libtorch
/// are faster with; what a convolution makes of them lies there in the same way.
/// </para>
/// <para>
/// Where channels are no multiple of 16, the oneDNN of libtorch fills the last 16 up, does not always clear what it fills up
/// with, and multiplies it by 0, which is no number where that memory holds none. Seen with AVX-512 in transposed convolutions
/// to one channel and in gradients of convolutions of up to three. Channels of zeros leave it nothing to fill up.
/// </para>
/// </summary>
internal static class CpuConvolution
{
    /// <summary>Channels that oneDNN takes together.</summary>
    public const long Block = 16;

    /// <summary>Applies a layer; one that is no convolution, or not on a CPU, as it is.</summary>
    /// <param name="layer">What the module is made of.</param>
    /// <param name="module">Its weights.</param>
    /// <param name="input">[N, input shape].</param>
    public static Tensor Forward(Layer layer, nn.Module<Tensor, Tensor> module, Tensor input) =>
        (layer, module) switch
        {
            _ when input.device_type != DeviceType.CPU => module.forward(input),
            (Conv c, TorchModules.Conv2d m) when IsUneven(c.Channels) => Forward(c, m, input),
            (TransposedConv c, TorchModules.ConvTranspose2d m) when IsUneven(input.shape[1]) => Forward(c, m, input),
            (Conv or TransposedConv, _) => module.forward(ChannelsLast(input)),
            _ => module.forward(input),
        };

    /// <summary>Whether the last block is to be filled up.</summary>
    public static bool IsUneven(long channels) => channels % Block != 0;

    /// <summary>The same values [N, C, H, W], in the order N, H, W, C; without a copy where they lie so already.</summary>
    public static Tensor ChannelsLast(Tensor input)
    {
        var (count, channels, height, width) = (input.shape[0], input.shape[1], input.shape[2], input.shape[3]);
        // The stride of a single channel, which may be any, decides what libtorch takes the order for.
        var ordered = channels == 1 ? input.reshape(count, height, width, 1) : input.permute(0, 2, 3, 1).contiguous();
        return ordered.permute(0, 3, 1, 2);
    }

    /// <summary>A convolution with weights of the caller's.</summary>
    /// <param name="layer">Its kind, stride and padding.</param>
    /// <param name="input">[N, input shape].</param>
    /// <param name="weight">As the layer's module has it, or with more channels, as the input then has.</param>
    /// <param name="bias">The same of the bias.</param>
    public static Tensor Convolve(Layer layer, Tensor input, Tensor weight, Tensor? bias) =>
        layer switch
        {
            Conv c => conv2d(input, weight, bias, [c.Stride, c.Stride], [c.Padding, c.Padding]),
            TransposedConv c => conv_transpose2d(
                input,
                weight,
                bias,
                strides: [c.Stride, c.Stride],
                padding: [c.Padding, c.Padding]
            ),
            _ => throw new ArgumentException($"{layer} is no convolution.", nameof(layer)),
        };

    private static Tensor Forward(Conv layer, TorchModules.Conv2d module, Tensor input)
    {
        var bias = module.bias is null ? null : Pad(module.bias, 0);
        return Convolve(layer, input, Pad(module.weight, 0), bias).narrow(1, 0, layer.Channels);
    }

    private static Tensor Forward(TransposedConv layer, TorchModules.ConvTranspose2d module, Tensor input) =>
        Convolve(layer, Pad(input, 1), Pad(module.weight, 0), module.bias);

    private static Tensor Pad(Tensor tensor, int dimension)
    {
        var shape = tensor.shape;
        shape[dimension] = Block - shape[dimension] % Block;
        return cat([tensor, zeros(shape)], dimension);
    }
}
