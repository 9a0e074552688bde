using InfoGanMl.Inference;
using InfoGanMl.Models.Devices;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Contexts;

/// <summary>What the <see cref="MLContext"/> behind a catalog says of GPUs, and of files.</summary>
/// <param name="GpuDeviceId">Index of a GPU; null for the CPU.</param>
/// <param name="FallbackToCpu">Whether to go on without that GPU.</param>
/// <param name="TempFilePath">Folder of the files that ML.NET writes for a while.</param>
internal sealed record ContextSettings(int? GpuDeviceId, bool FallbackToCpu, string TempFilePath)
{
    /// <summary>
    /// Reads them off a catalog, as ML.NET's own ApplyOnnxModel does: through interfaces that ML.NET keeps to its own packages,
    /// and that therefore stay as they are within a version.
    /// </summary>
    /// <param name="catalog">A catalog of an <see cref="MLContext"/>, such as its transforms.</param>
    /// <exception cref="NotSupportedException">This ML.NET keeps its context elsewhere.</exception>
    public static ContextSettings Of(object catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        const string Environment = "Microsoft.ML.Runtime.IHostEnvironmentInternal";
        var environment = Read(catalog, "Microsoft.ML.Data.IInternalCatalog", "Environment")!;
        return new(
            (int?)Read(environment, Environment, nameof(GpuDeviceId)),
            (bool)Read(environment, Environment, nameof(FallbackToCpu))!,
            (string)Read(environment, Environment, nameof(TempFilePath))!
        );
    }

    /// <summary>
    /// A context for ML.NET's own steps, which take the GPU of theirs, and fall back from it only where ONNX Runtime has CUDA.
    /// </summary>
    public MLContext CreateOnCpu() => new() { TempFilePath = TempFilePath };

    /// <summary>How graphs are run.</summary>
    /// <param name="gpuDeviceId">Index of a GPU; null for the one of the context, or else the CPU.</param>
    /// <param name="fallbackToCpu">Whether to go on without that GPU; the context may allow it as well, for its own.</param>
    /// <param name="batchSize">Most rows in one call of ONNX Runtime.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative, or the batch is less than a row.</exception>
    public InferenceOptions ToOptions(int? gpuDeviceId, bool fallbackToCpu, int batchSize)
    {
        var gpu = gpuDeviceId ?? GpuDeviceId;
        var falls = fallbackToCpu || (gpuDeviceId is null && FallbackToCpu);
        return new()
        {
            Device =
                gpu is null ? Device.Cpu
                : falls ? Device.Auto
                : Device.Cuda,
            GpuDeviceId = gpu ?? 0,
            BatchSize = batchSize,
        };
    }

    private static object? Read(object from, string type, string property)
    {
        var found = from.GetType().GetInterface(type)?.GetProperty(property);
        return found is not null
            ? found.GetValue(from)
            : throw new NotSupportedException(
                $"{from.GetType().Assembly.GetName()}: found no {type}.{property}; expected it, as in ML.NET 5."
            );
    }
}
