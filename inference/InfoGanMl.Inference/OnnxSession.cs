using InfoGanMl.Inference.UntrustedGraphs;
using InfoGanMl.Models;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Files;
using Microsoft.ML.OnnxRuntime;

namespace InfoGanMl.Inference;

/// <summary>An ONNX file, on disk or in memory.</summary>
/// <param name="Name">Its path, or else what messages call it.</param>
/// <param name="Content">Its bytes; null to read them from the path.</param>
internal sealed record OnnxFile(string Name, byte[]? Content = null)
{
    /// <summary>The same file in memory, to be opened again whatever becomes of it on disk.</summary>
    /// <exception cref="InvalidModelFolderException">It cannot be read, or InfoGanMl never exports such a graph.</exception>
    public OnnxFile Load() => this with { Content = ReadChecked() };

    /// <summary>Its bytes, in which nothing is left that ONNX Runtime could fail on.</summary>
    /// <exception cref="InvalidModelFolderException">It cannot be read, or InfoGanMl never exports such a graph.</exception>
    public byte[] ReadChecked()
    {
        var bytes =
            Content
            ?? BoundedFile.ReadAllBytes(
                Name,
                Limits.OnnxBytes,
                (found, expected, inner) => new InvalidModelFolderException(Name, found, expected, inner)
            );
        GraphCheck.Check(Name, bytes);
        return bytes;
    }
}

/// <summary>Opens an ONNX file on the device asked for, or says why it cannot.</summary>
internal static class OnnxSession
{
    private const string CudaProvider = "CUDAExecutionProvider";
    private const string ChooseTheCpu = "choose the CPU (in ML.NET: allow it with FallbackToCpu)";

    public static (InferenceSession Session, ExecutionProvider Provider) Open(OnnxFile file, InferenceOptions asked)
    {
        var providers = FindProviders(asked);
        if (asked.Device == Device.Cpu)
        {
            return (OpenOnCpu(file), new(Device.Cpu, "as asked"));
        }

        if (providers.Contains(CudaProvider))
        {
            return OpenOnCuda(file, asked);
        }

        return asked.Device == Device.Auto
            ? (OpenOnCpu(file), new(Device.Cpu, "this application has ONNX Runtime without CUDA"))
            : throw new DeviceUnavailableException(
                asked,
                $"ONNX Runtime with {string.Join(", ", providers)}",
                CudaProvider,
                "Reference Microsoft.ML.OnnxRuntime.Gpu instead of Microsoft.ML.OnnxRuntime (here: build with"
                    + $" Accelerator=cuda), or {ChooseTheCpu}."
            );
    }

    /// <summary>The first call into native code, so the place where a missing native package shows.</summary>
    private static string[] FindProviders(InferenceOptions asked)
    {
        try
        {
            return OrtEnv.Instance().GetAvailableProviders();
        }
        catch (Exception failure) when (failure is TypeInitializationException or DllNotFoundException)
        {
            throw new DeviceUnavailableException(
                asked,
                "no native ONNX Runtime library",
                "one beside the application",
                "Add the package Microsoft.ML.OnnxRuntime, or Microsoft.ML.OnnxRuntime.Gpu for CUDA, to the application.",
                failure
            );
        }
    }

    private static InferenceSession OpenOnCpu(OnnxFile file)
    {
        try
        {
            using var options = new SessionOptions();
            return new(file.ReadChecked(), options);
        }
        catch (OnnxRuntimeException failure)
        {
            throw new InvalidModelFolderException(
                file.Name,
                failure.Message,
                "a graph that ONNX Runtime loads",
                failure
            );
        }
    }

    private static (InferenceSession Session, ExecutionProvider Provider) OpenOnCuda(
        OnnxFile file,
        InferenceOptions asked
    )
    {
        try
        {
            using var cuda = new OrtCUDAProviderOptions();
            // TF32 rounds to 10 bits of mantissa, which would hide a real difference between two runtimes.
            cuda.UpdateOptions(
                new Dictionary<string, string> { ["device_id"] = $"{asked.GpuDeviceId}", ["use_tf32"] = "0" }
            );
            using var options = SessionOptions.MakeSessionOptionWithCudaProvider(cuda);
            return (new(file.ReadChecked(), options), new(Device.Cuda, $"GPU {asked.GpuDeviceId}"));
        }
        catch (OnnxRuntimeException failure) when (asked.Device == Device.Auto)
        {
            // ONNX Runtime tells neither a missing GPU from a missing library, nor when its message ends.
            return (OpenOnCpu(file), new(Device.Cpu, $"no CUDA device that works: {failure.Message.Trim()}"));
        }
        catch (OnnxRuntimeException failure)
        {
            throw new DeviceUnavailableException(
                asked,
                failure.Message,
                "a working NVIDIA GPU of that index, with the CUDA and cuDNN libraries of this ONNX Runtime",
                $"Install what is missing or {ChooseTheCpu}.",
                failure
            );
        }
    }
}
