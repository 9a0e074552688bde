using System.Text.Json.Serialization;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Models.Devices;

/// <summary>Where to compute: to train, or to run a graph.</summary>
[JsonConverter(typeof(NameConverter<Device>))]
public enum Device
{
    /// <summary>CUDA where it works, the CPU otherwise.</summary>
    Auto,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU, the first unless another is chosen; an error where there is none.</summary>
    Cuda,
}
