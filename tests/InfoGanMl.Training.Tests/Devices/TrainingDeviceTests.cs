using InfoGanMl.Models.Errors;
using InfoGanMl.Training.Devices;
using TorchSharp;
using Xunit;

namespace InfoGanMl.Training.Tests.Devices;

public class TrainingDeviceTests
{
    [Fact]
    public void An_unknown_device_is_refused_with_the_known_ones()
    {
        var refused = Assert.Throws<InvalidOptionsException>(() => TrainingDevice.Choose("gpu"));

        Assert.Contains("'gpu'; expected one of: auto, cpu, cuda", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_takes_cuda_exactly_where_it_works()
    {
        var expected = torch.cuda.is_available() ? DeviceType.CUDA : DeviceType.CPU;

        Assert.Equal(expected, TrainingDevice.Choose("auto").type);
        Assert.Equal(DeviceType.CPU, TrainingDevice.Choose("cpu").type);
    }
}
