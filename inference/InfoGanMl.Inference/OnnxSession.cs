using InfoGanMl.Models.Folder;
using Microsoft.ML.OnnxRuntime;

namespace InfoGanMl.Inference;

/// <summary>Opens an ONNX file on the device asked for, or says why it cannot.</summary>
internal static class OnnxSession
{
    private const string CudaProvider = "CUDAExecutionProvider";

    public static (InferenceSession Session, ExecutionProvider Provider) Open(string path, Device device)
    {
        var providers = FindProviders(device);
        if (device == Device.Cpu)
        {
            return (OpenOnCpu(path), new(Device.Cpu, "as asked"));
        }

        if (providers.Contains(CudaProvider))
        {
            return OpenOnCuda(path, device);
        }

        return device == Device.Auto
            ? (OpenOnCpu(path), new(Device.Cpu, "this application has ONNX Runtime without CUDA"))
            : throw new DeviceUnavailableException(
                device,
                $"ONNX Runtime with {string.Join(", ", providers)}",
                CudaProvider,
                "Reference Microsoft.ML.OnnxRuntime.Gpu instead of Microsoft.ML.OnnxRuntime (here: build with"
                    + " Accelerator=cuda), or choose the CPU."
            );
    }

    /// <summary>The first call into native code, so the place where a missing native package shows.</summary>
    private static string[] FindProviders(Device device)
    {
        try
        {
            return OrtEnv.Instance().GetAvailableProviders();
        }
        catch (Exception failure) when (failure is TypeInitializationException or DllNotFoundException)
        {
            throw new DeviceUnavailableException(
                device,
                "no native ONNX Runtime library",
                "one beside the application",
                "Add the package Microsoft.ML.OnnxRuntime, or Microsoft.ML.OnnxRuntime.Gpu for CUDA, to the application.",
                failure
            );
        }
    }

    private static InferenceSession OpenOnCpu(string path)
    {
        try
        {
            return new InferenceSession(path);
        }
        catch (OnnxRuntimeException failure)
        {
            throw new InvalidModelFolderException(path, failure.Message, "a graph that ONNX Runtime loads", failure);
        }
    }

    private static (InferenceSession Session, ExecutionProvider Provider) OpenOnCuda(string path, Device device)
    {
        try
        {
            using var cuda = new OrtCUDAProviderOptions();
            // TF32 rounds to 10 bits of mantissa, which would hide a real difference between two runtimes.
            cuda.UpdateOptions(new Dictionary<string, string> { ["device_id"] = "0", ["use_tf32"] = "0" });
            using var options = SessionOptions.MakeSessionOptionWithCudaProvider(cuda);
            return (new InferenceSession(path, options), new(Device.Cuda, "the first GPU"));
        }
        catch (OnnxRuntimeException failure) when (device == Device.Auto)
        {
            return (OpenOnCpu(path), new(Device.Cpu, $"CUDA failed: {failure.Message}"));
        }
        catch (OnnxRuntimeException failure)
        {
            throw new DeviceUnavailableException(
                device,
                failure.Message,
                "a working NVIDIA GPU with the CUDA and cuDNN libraries of this ONNX Runtime",
                "Install what is missing or choose the CPU.",
                failure
            );
        }
    }
}
