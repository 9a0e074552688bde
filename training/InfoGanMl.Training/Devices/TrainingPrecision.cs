using System.Runtime.Intrinsics.X86;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Devices;

/// <summary>In which numbers a training computes on this machine.</summary>
public static class TrainingPrecision
{
    private const int SupportBit = 5; // of EAX in leaf 7, subleaf 1: AVX512_BF16

    /// <summary>The options with the format picked: auto is bfloat16 where the processor computes in it, and float32 elsewhere.</summary>
    /// <remarks>
    /// Processors without it take many steps for each product: those with AVX2 alone are hundreds of times slower than in float32.
    /// </remarks>
    /// <exception cref="InvalidOptionsException">bfloat16 is asked for and not there.</exception>
    public static TrainingOptions Resolve(TrainingOptions options, Device device) =>
        (options.Precision, WhyNotBFloat16(device)) switch
        {
            (Precision.Auto, var reason) => options with
            {
                Precision = reason is null ? Precision.BFloat16 : Precision.Float32,
            },
            (Precision.BFloat16, { } reason) => throw new InvalidOptionsException([
                $"precision is 'bfloat16', but {reason}; expected a processor that computes in it (AVX512_BF16), or float32.",
            ]),
            _ => options,
        };

    private static string? WhyNotBFloat16(Device device) =>
        device.type == DeviceType.CUDA ? "the device is a GPU, where products are in TensorFloat32"
        : HasBFloat16() ? null
        : "this processor has no instructions for it";

    /// <summary>Whether the processor has them, and the system saves the registers that they work on.</summary>
    private static bool HasBFloat16() =>
        Avx512F.IsSupported
        && X86Base.CpuId(0, 0).Eax >= 7
        && X86Base.CpuId(7, 0).Eax >= 1
        && (X86Base.CpuId(7, 1).Eax >> SupportBit & 1) != 0;
}
