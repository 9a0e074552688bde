using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>The sample application with the ONNX Runtime that has CUDA (0.9 GB, downloaded once).</summary>
[Collection(nameof(PackedPackages))]
[Trait("Speed", "Slow")]
public sealed class CudaAppTests(PackedPackages packages) : IDisposable
{
    private static readonly string[] Cuda =
    [
        "-p:Accelerator=cuda",
        "-p:CreateHardLinksForCopyFilesToOutputDirectoryIfPossible=true",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Built_for_CUDA_it_runs_on_the_CPU_where_no_GPU_works_and_says_so()
    {
        var sample = packages.CopySample("cuda");
        packages.Cache(Path.Combine(sample, "InfoGanMl.Sample.csproj"), Cuda);
        ExecutableProcess.DotNet(
            ["build", sample, "-c", "Release", "-o", _folder["built"]],
            [.. packages.Properties, .. Cuda]
        );
        var app = _folder["built/InfoGanMl.Sample.dll"];

        // Where there is a GPU, it is hidden.
        var drawn = ExecutableProcess.RunWhere(
            "CUDA_VISIBLE_DEVICES",
            "-1",
            app,
            ["generate", PretrainedModel.Mnist.FolderPath, _folder["grid.png"]]
        );

        Assert.True(drawn.ExitCode == 0, drawn.Error);
        Assert.Contains("Execution provider: CPU (no CUDA device that works: ", drawn.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["grid.png"]));
        var natives = Directory.GetFiles(_folder["built"], "*onnxruntime_providers_cuda*", SearchOption.AllDirectories);
        Assert.NotEmpty(natives);
    }
}
