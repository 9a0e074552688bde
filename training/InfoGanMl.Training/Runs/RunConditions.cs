using InfoGanMl.Training.Devices;
using TorchSharp;
using static TorchSharp.torch;
using Device = InfoGanMl.Models.Devices.Device;

namespace InfoGanMl.Training.Runs;

/// <summary>What a run goes on under, beside its options, to come out as if it had never been interrupted.</summary>
/// <param name="Data">Folder of the user's own images; null for the data set that the options name.</param>
/// <param name="Device">The CPU or CUDA, never auto.</param>
/// <param name="Threads">Threads of libtorch: another number adds in another order, and the last digits differ.</param>
public sealed record RunConditions(string? Data, Device Device, int Threads)
{
    /// <summary>The conditions of this process.</summary>
    public static RunConditions Of(torch.Device device, string? data) =>
        new(data is null ? null : Path.GetFullPath(data), TrainingDevice.Of(device), get_num_threads());
}
