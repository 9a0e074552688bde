using InfoGanMl.Testing;

namespace InfoGanMl.Benchmarks.Tests;

/// <summary>The program behind target CheckGpu, on a machine whose GPUs are hidden from it.</summary>
[Trait("Speed", "Slow")]
public class GpuCheckTests
{
    private static readonly string Program = ExecutableProcess.MetadataOf(
        typeof(GpuCheckTests).Assembly,
        "InfoGanMl.GpuCheck"
    );

    [Theory]
    [InlineData(3, "finds no usable GPU")]
    [InlineData(1, "preset is 'minst'; expected one of", "--presets=minst")]
    [InlineData(1, "libtorch cannot be used", "--libtorch=nowhere")]
    public void What_it_cannot_do_is_said_before_anything_is_compared(
        int exitCode,
        string message,
        params string[] options
    )
    {
        var result = ExecutableProcess.RunWhere("CUDA_VISIBLE_DEVICES", "", Program, options);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
