using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Testing;
using InfoGanMl.Training.Devices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Devices;

public class TrainingPrecisionTests
{
    /// <summary>What Linux says of the processor.</summary>
    private static bool HasBFloat16 { get; } =
        File.ReadLines("/proc/cpuinfo")
            .Any(line => line.StartsWith("flags") && line.Split(' ').Contains("avx512_bf16"));

    [Fact]
    public void Auto_is_bfloat16_where_the_processor_computes_in_it() =>
        Assert.Equal(HasBFloat16 ? Precision.BFloat16 : Precision.Float32, Resolve(Precision.Auto, CPU));

    [Fact]
    public void Bfloat16_is_refused_with_the_reason_where_the_processor_does_not()
    {
        if (HasBFloat16)
        {
            Assert.Equal(Precision.BFloat16, Resolve(Precision.BFloat16, CPU));
            return;
        }

        var refusal = Assert.Throws<InvalidOptionsException>(() => Resolve(Precision.BFloat16, CPU));
        Assert.Contains(
            "precision is 'bfloat16', but this processor has no instructions for it; expected",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void On_a_GPU_it_is_float32()
    {
        var gpu = new Device(DeviceType.CUDA, 0);

        Assert.Equal(Precision.Float32, Resolve(Precision.Auto, gpu));
        Assert.Contains(
            "TensorFloat32",
            Assert.Throws<InvalidOptionsException>(() => Resolve(Precision.BFloat16, gpu)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Float32_is_float32_everywhere() => Assert.Equal(Precision.Float32, Resolve(Precision.Float32, CPU));

    [Fact]
    public void A_training_says_what_auto_is_to_it()
    {
        var training = new TrainingRun(
            TinyRun.Options with
            {
                Precision = Precision.Auto,
            },
            TinyRun.Data,
            CPU,
            TimeProvider.System
        );

        Assert.Equal(Resolve(Precision.Auto, CPU), training.Options.Precision);
    }

    private static Precision Resolve(Precision asked, Device device) =>
        TrainingPrecision.Resolve(TinyRun.Options with { Precision = asked }, device).Precision;
}
