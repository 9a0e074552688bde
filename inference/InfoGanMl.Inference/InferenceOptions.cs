using InfoGanMl.Models.Devices;

namespace InfoGanMl.Inference;

/// <summary>How a graph is run; none of it changes the results by more than rounding.</summary>
public sealed record InferenceOptions
{
    /// <summary>Where it runs.</summary>
    public Device Device { get; init; } = Device.Auto;

    /// <summary>Which GPU, from 0, where the device is one.</summary>
    public int GpuDeviceId
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Most rows in one call of ONNX Runtime, at least 1; more takes memory and gains little speed.</summary>
    public int BatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 256;
}

/// <summary>The execution provider that a graph really runs on.</summary>
/// <param name="Device">CPU or CUDA, never auto.</param>
/// <param name="Reason">Why that one, for a person to read.</param>
public sealed record ExecutionProvider(Device Device, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Device == Device.Cuda ? "CUDA" : "CPU")} ({Reason})";
}
