using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Inference;

/// <summary>ONNX Runtime cannot run on the device that was asked for.</summary>
public sealed class DeviceUnavailableException(
    Device device,
    string found,
    string expected,
    string remedy,
    Exception? inner = null
) : InfoGanException($"Device {device}: found {found}; expected {expected}. {remedy}", inner)
{
    /// <summary>The device asked for.</summary>
    public Device Device { get; } = device;

    /// <summary>What this machine and this application offer.</summary>
    public string Found { get; } = found;

    /// <summary>What they should offer.</summary>
    public string Expected { get; } = expected;
}
