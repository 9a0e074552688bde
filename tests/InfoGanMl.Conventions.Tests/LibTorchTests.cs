using InfoGanMl.Testing;

namespace InfoGanMl.Conventions.Tests;

/// <summary>TorchSharp loads on systems whose libstdc++ is older than the one it was built with (training/LibTorch.targets).</summary>
[Trait("Speed", "Slow")]
public class LibTorchTests
{
    [Theory]
    [InlineData("build")]
    [InlineData("publish")]
    [InlineData("publish", "--use-current-runtime", "--self-contained", "false")]
    public void The_train_executable_loads_libtorch_after(params string[] command)
    {
        using var folder = new TempFolder();
        ExecutableProcess.DotNet([
            .. command,
            Path.Combine(Repository.Root, "training", "InfoGanMl.Train"),
            "--artifacts-path",
            folder["all"],
        ]);
        var assembly = Directory
            .EnumerateFiles(folder["all"], "infogan-train.dll", SearchOption.AllDirectories)
            .Single(path =>
                path.Contains(
                    $"{Path.DirectorySeparatorChar}{(command[0] == "build" ? "bin" : "publish")}{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            );

        // Asked for a device that it must first look for: the answer comes from libtorch.
        var result = ExecutableProcess.Run(
            assembly,
            "train",
            "--device",
            "auto",
            "--data",
            folder["none"],
            "--output",
            folder["run"]
        );

        Assert.DoesNotContain("GLIBCXX", result.Error, StringComparison.Ordinal);
        Assert.Contains("train-images-idx3-ubyte", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }
}
