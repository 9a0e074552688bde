using System.Reflection;
using System.Runtime.InteropServices;
using InfoGanMl.Testing;
using Xunit;

namespace InfoGanMl.Training.Tests.Devices;

/// <summary>infogan-train as a build without libtorch leaves it, beside the same libtorch as PyTorch installs it.</summary>
[Trait("Speed", "Slow")]
public sealed class LibTorchTests : IDisposable
{
    private static readonly string Built = Path.GetDirectoryName(
        ExecutableProcess.MetadataOf(Assembly.GetExecutingAssembly(), "infogan-train")
    )!;

    private readonly TempFolder _folder = new();

    public LibTorchTests()
    {
        foreach (
            var file in Directory.GetFiles(Built).Where(file => !file.EndsWith(".deps.json", StringComparison.Ordinal))
        )
        {
            _folder.Write($"program/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        var native = Path.Combine(Built, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        Directory.CreateDirectory(_folder["env/torch/lib"]);
        foreach (var library in Directory.GetFiles(native))
        {
            var name = Path.GetFileName(library);
            if (name.Contains("LibTorchSharp", StringComparison.Ordinal))
            {
                _folder.Write($"program/{name}", File.ReadAllBytes(library));
            }
            else
            {
                File.CreateSymbolicLink(_folder[$"env/torch/lib/{name}"], library);
            }
        }

        State("2.11.0+cpu");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_libtorch_of_an_installed_PyTorch_serves_a_program_without_one()
    {
        var result = Train("--libtorch", _folder["env"]);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("train --preset=smoke", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_libtorch_one_sentence_says_what_to_do()
    {
        var result = Train();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(
            "libtorch cannot be used: found that LibTorchSharp does not load",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("--libtorch=DIR", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_untried_version_is_refused_with_both_versions_unless_it_is_insisted_on()
    {
        State("2.13.0+cpu");

        var refused = Train("--libtorch", _folder["env"]);
        var insisted = Train("--libtorch", _folder["env"], "--any-libtorch");

        Assert.Equal((1, 0), (refused.ExitCode, insisted.ExitCode));
        Assert.Contains("found libtorch 2.13.0+cpu in ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("2.10 or 2.11", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_with_a_libtorch_of_its_own_refuses_a_second_one()
    {
        var result = ExecutableProcess.Run(
            Path.Combine(Built, "infogan-train.dll"),
            ["train", "--preset=smoke", "--dry-run", "--libtorch", _folder["env"]]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("beside the program", result.Error, StringComparison.Ordinal);
    }

    private ProcessResult Train(params string[] libTorch) =>
        ExecutableProcess.Run(
            _folder["program/infogan-train.dll"],
            ["train", "--preset=smoke", "--dry-run", "--output", _folder["run"], .. libTorch]
        );

    private void State(string version) =>
        _folder.Write("env/torch/version.py", [.. $"__version__ = '{version}'".Select(c => (byte)c)]);
}
