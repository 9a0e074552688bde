using InfoGanMl.Models.Errors;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Runs;

/// <summary>Where a training runs.</summary>
public static class TrainingDevice
{
    /// <summary>The names that <see cref="Choose"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", "cpu", "cuda"];

    /// <summary>Picks the device: auto takes CUDA where it works and the CPU elsewhere.</summary>
    /// <exception cref="InvalidOptionsException">The name is unknown, or CUDA is asked for and not there.</exception>
    public static Device Choose(string name)
    {
        if (!Names.Contains(name))
        {
            throw new InvalidOptionsException([$"device is '{name}'; expected one of: {string.Join(", ", Names)}."]);
        }

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
        backends.cuda.matmul.allow_tf32 = true;
        backends.cudnn.allow_tf32 = true;
        return CUDA;
    }

    /// <summary>The name that <see cref="Choose"/> takes for it.</summary>
    public static string NameOf(Device device) => device.type == TorchSharp.DeviceType.CUDA ? "cuda" : "cpu";
}
