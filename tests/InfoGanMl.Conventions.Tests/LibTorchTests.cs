using InfoGanMl.Testing;

namespace InfoGanMl.Conventions.Tests;

/// <summary>TorchSharp loads on systems whose libstdc++ is older than the one it was built with (training/LibTorch.targets).</summary>
[Trait("Speed", "Slow")]
public class LibTorchTests
{
    [Fact]
    public void A_processor_that_libtorch_is_not_packaged_for_is_named_while_building()
    {
        var project = Path.Combine(Repository.Root, "training", "InfoGanMl.Train");

        var built = ExecutableProcess.TryDotNet([
            "build",
            project,
            "--no-restore",
            "-p:LibTorchProcessor=Armv6",
            "-t:CheckLibTorchProcessor",
        ]);

        Assert.NotEqual(0, built.ExitCode);
        Assert.Contains("INFOGANML003", built.Output, StringComparison.Ordinal);
        Assert.Contains("the processor of this machine, Armv6; expected", built.Output, StringComparison.Ordinal);
    }

    /// <summary>What was built runs in every test of the program. Publishing copies that, or, for a runtime, builds anew.</summary>
    [Theory]
    [InlineData("--no-build", "--configuration", "CONFIGURATION")]
    [InlineData("--use-current-runtime", "--self-contained", "false", "--artifacts-path", "ARTIFACTS")]
    public void The_published_train_executable_loads_libtorch(params string[] options)
    {
        using var folder = new TempFolder();
        ExecutableProcess.DotNet([
            "publish",
            Path.Combine(Repository.Root, "training", "InfoGanMl.Train"),
            "--output",
            folder["published"],
            .. options.Select(option =>
                option switch
                {
                    "ARTIFACTS" => folder["all"],
                    "CONFIGURATION" => Repository.Configuration,
                    _ => option,
                }
            ),
        ]);

        // Asked for a device that it must first look for: the answer comes from libtorch.
        var result = ExecutableProcess.Run(
            folder["published/infogan-train.dll"],
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
