using InfoGanMl.Models.Devices;
using InfoGanMl.Testing;
using Microsoft.ML.OnnxRuntime;

namespace InfoGanMl.Inference.Tests;

public sealed class DeviceTests
{
    private static bool HasCuda => OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider");

    [Fact]
    public void The_CPU_is_used_when_asked_for()
    {
        using var recognizer = ImageRecognizer.Open(PretrainedModel.Mnist, new() { Device = Device.Cpu });

        Assert.Equal("CPU (as asked)", recognizer.Provider.ToString());
    }

    [Fact]
    public void Auto_falls_back_to_the_CPU_and_says_why()
    {
        Assert.SkipWhen(HasCuda, "This build has CUDA.");
        using var recognizer = ImageRecognizer.Open(PretrainedModel.Mnist);

        Assert.Equal(Device.Cpu, recognizer.Provider.Device);
        Assert.Equal("this application has ONNX Runtime without CUDA", recognizer.Provider.Reason);
    }

    [Fact]
    public void CUDA_without_its_package_is_refused_with_the_package_to_reference()
    {
        Assert.SkipWhen(HasCuda, "This build has CUDA.");

        var problem = Assert.Throws<DeviceUnavailableException>(() =>
            ImageGenerator.Open(PretrainedModel.Mnist, new() { Device = Device.Cuda, GpuDeviceId = 3 })
        );

        Assert.Contains("CPUExecutionProvider", problem.Found, StringComparison.Ordinal);
        Assert.Equal("CUDAExecutionProvider", problem.Expected);
        Assert.Contains("Microsoft.ML.OnnxRuntime.Gpu", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("Device Cuda, GPU 3: ", problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, problem.GpuDeviceId);
    }

    [Fact]
    public void A_GPU_of_a_negative_index_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new InferenceOptions { GpuDeviceId = -1 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_batch_of_no_rows_is_refused(int batchSize)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new InferenceOptions { BatchSize = batchSize });
    }
}
