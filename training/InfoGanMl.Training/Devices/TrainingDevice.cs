using InfoGanMl.Models.Errors;
using TorchSharp;
using static TorchSharp.torch;
using Device = InfoGanMl.Models.Devices.Device;

namespace InfoGanMl.Training.Devices;

/// <summary>Where a training runs.</summary>
public static class TrainingDevice
{
    /// <summary>Picks the device: auto takes CUDA where it works and the CPU elsewhere.</summary>
    /// <exception cref="InvalidOptionsException">CUDA is asked for and not there, or libtorch is not.</exception>
    public static torch.Device Choose(Device device)
    {
        LibTorch.Load();
        var works = cuda.is_available();
        if (device == Device.Cuda && !works)
        {
            throw new InvalidOptionsException([
                "device is 'cuda', but this build of libtorch finds no usable GPU; expected an NVIDIA driver and a build "
                    + "for CUDA. Train on the CPU otherwise.",
            ]);
        }

        if (device == Device.Cpu || !works)
        {
            return CPU;
        }

        // PyTorch's own convolutions use TF32 by default on Ampere and later; matrix products are three times faster with it.
        AllowTensorFloat32(true);
        return CUDA;
    }

    /// <summary>What to <see cref="Choose"/> for that device again.</summary>
    public static Device Of(torch.Device device) => device.type == DeviceType.CUDA ? Device.Cuda : Device.Cpu;

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
}
