using InfoGanMl.Models.Devices;
using InfoGanMl.Training.Devices;
using TorchSharp;
using Xunit;

namespace InfoGanMl.Training.Tests.Devices;

public class TrainingDeviceTests
{
    [Fact]
    public void Auto_takes_cuda_exactly_where_it_works()
    {
        var expected = torch.cuda.is_available() ? DeviceType.CUDA : DeviceType.CPU;

        Assert.Equal(expected, TrainingDevice.Choose(Device.Auto).type);
        Assert.Equal(DeviceType.CPU, TrainingDevice.Choose(Device.Cpu).type);
    }
}
