using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Inference;

/// <summary>ONNX Runtime cannot run on the device that was asked for.</summary>
public sealed class DeviceUnavailableException(
    InferenceOptions asked,
    string found,
    string expected,
    string remedy,
    Exception? inner = null
) : InfoGanException($"Device {Describe(asked)}: found {found}; expected {expected}. {remedy}", inner)
{
    /// <summary>The device asked for.</summary>
    public Device Device { get; } = asked.Device;

    /// <summary>Which GPU, from 0, where the device is one.</summary>
    public int GpuDeviceId { get; } = asked.GpuDeviceId;

    /// <summary>What this machine and this application offer.</summary>
    public string Found { get; } = found;

    /// <summary>What they should offer.</summary>
    public string Expected { get; } = expected;

    private static string Describe(InferenceOptions asked) =>
        asked.Device == Device.Cpu ? $"{asked.Device}" : $"{asked.Device}, GPU {asked.GpuDeviceId}";
}
