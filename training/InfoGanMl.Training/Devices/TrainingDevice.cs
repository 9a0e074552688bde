using InfoGanMl.Models.Errors;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Devices;

/// <summary>Where a training runs.</summary>
public static class TrainingDevice
{
    /// <summary>The names that <see cref="Choose"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", "cpu", "cuda"];

    /// <summary>Picks the device: auto takes CUDA where it works and the CPU elsewhere.</summary>
    /// <exception cref="InvalidOptionsException">The name is unknown, CUDA is asked for and not there, or libtorch is not.</exception>
    public static Device Choose(string name)
    {
        if (!Names.Contains(name))
        {
            throw new InvalidOptionsException([$"device is '{name}'; expected one of: {string.Join(", ", Names)}."]);
        }

        LibTorch.Load();
        if (name == "cuda" && !cuda.is_available())
        {
            throw new InvalidOptionsException([
                "device is 'cuda', but this build of libtorch finds no usable GPU; expected an NVIDIA driver and a build "
                    + "for CUDA. Train on the CPU otherwise.",
            ]);
        }

        if (name == "cpu" || !cuda.is_available())
        {
            return CPU;
        }

        // PyTorch's own convolutions use TF32 by default on Ampere and later; matrix products are three times faster with it.
        AllowTensorFloat32(true);
        return CUDA;
    }

    /// <summary>Float32 as it is on every GPU, until it is disposed of.</summary>
    internal static IDisposable WithoutTensorFloat32() => new ExactScope();

    /// <summary>Whether GPUs may round the factors of products and convolutions to 10 bits; without effect on CPUs.</summary>
    private static void AllowTensorFloat32(bool allow)
    {
        backends.cuda.matmul.allow_tf32 = allow;
        backends.cudnn.allow_tf32 = allow;
    }

    private sealed class ExactScope : IDisposable
    {
        private readonly bool _before = backends.cudnn.allow_tf32;

        public ExactScope() => AllowTensorFloat32(false);

        public void Dispose() => AllowTensorFloat32(_before);
    }

    /// <summary>The name that <see cref="Choose"/> takes for it.</summary>
    public static string NameOf(Device device) => device.type == TorchSharp.DeviceType.CUDA ? "cuda" : "cpu";
}
