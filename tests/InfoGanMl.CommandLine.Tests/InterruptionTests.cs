using System.Diagnostics;
using InfoGanMl.Testing;

namespace InfoGanMl.CommandLine.Tests;

/// <summary>A real SIGINT, as Ctrl+C sends it, to every verb that runs long enough.</summary>
[Trait("Speed", "Slow")]
public sealed class InterruptionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The moment is when the first line of progress has come.</summary>
    [Theory]
    [InlineData(
        "Stopped; nothing was written.",
        ProgramNames.Tool,
        "prepare",
        "--size=64",
        "--output=OUT",
        "--data=PICTURES"
    )]
    [InlineData(
        "Stopped; nothing was written.",
        ProgramNames.Tool,
        "data",
        "--size=64",
        "--output=OUT",
        "--data=PICTURES"
    )]
    [InlineData(
        "Stopped; nothing was written.",
        ProgramNames.Tool,
        "evaluate",
        "--output=OUT",
        "--model=MODEL",
        "--data=IMAGES"
    )]
    [InlineData("Stopped; no judge was written.", ProgramNames.Train, "judge", "--output=OUT", "--data=IMAGES")]
    public void It_is_130_and_leaves_nothing(string message, string program, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGINT is sent by kill.");

        var (exitCode, error) = Interrupt(program, arguments.Select(Fill));

        Assert.True(exitCode == ExitCode.Interrupted, error);
        Assert.EndsWith(message + "\n", error, StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder["out"]));
    }

    [Fact]
    public void A_training_exports_what_it_has_and_says_how_to_go_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGINT is sent by kill.");
        string[] arguments = ["train", "--preset=smoke", "--device=cpu", Fill("--data=IMAGES"), Fill("--output=OUT")];

        var (exitCode, error) = Interrupt(ProgramNames.Train, arguments, untilLine: "Training for");

        Assert.True(exitCode == ExitCode.Interrupted, error);
        Assert.EndsWith(
            $"To go on with it: {ProgramNames.Train} train --resume={_folder["out"]}\n",
            error,
            StringComparison.Ordinal
        );
        Assert.True(Directory.Exists(_folder["out/model"]));
    }

    private string Fill(string argument) =>
        argument
            .Replace("OUT", _folder["out"], StringComparison.Ordinal)
            .Replace("PICTURES", argument.Contains("PICTURES") ? ManyPictures() : "", StringComparison.Ordinal)
            .Replace("IMAGES", argument.Contains("IMAGES") ? ManyImages() : "", StringComparison.Ordinal)
            .Replace("MODEL", PretrainedModel.Mnist.FolderPath, StringComparison.Ordinal);

    /// <summary>
    /// What scripts start in the background ignores SIGINT, and hands that down to whatever it starts; the env of Linux undoes it.
    /// </summary>
    private static string[] ListeningToInterrupts => OperatingSystem.IsLinux() ? ["--default-signal=INT"] : [];

    private static (int ExitCode, string Error) Interrupt(
        string program,
        IEnumerable<string> arguments,
        string untilLine = ""
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "env",
                [.. ListeningToInterrupts, "dotnet", "exec", Programs.PathOf(program), .. arguments]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = new StringWriter();
        while (process.StandardError.ReadLine() is { } line)
        {
            error.WriteLine(line);
            if (line.StartsWith(untilLine, StringComparison.Ordinal))
            {
                break;
            }
        }

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        error.Write(process.StandardError.ReadToEnd());
        process.WaitForExit();
        _ = output.Result;
        return (process.ExitCode, error.ToString());
    }

    /// <summary>Copies of a picture that take more than a moment to decode.</summary>
    private string ManyPictures()
    {
        var picture = File.ReadAllBytes(Path.Combine(Repository.Root, "models", "pretrained", "mnist", "preview.png"));
        for (var i = 0; i < 2000; i++)
        {
            _folder.Write($"pictures/{i}.png", picture);
        }

        return _folder["pictures"];
    }

    /// <summary>Noise in MNIST's format, with labels.</summary>
    private string ManyImages()
    {
        WriteImages("train", 2_000);
        WriteImages("t10k", 2_000);
        return _folder["images"];
    }

    private void WriteImages(string part, int count)
    {
        byte[] size = [(byte)(count >> 24), (byte)(count >> 16), (byte)(count >> 8), (byte)count];
        var pixels = new byte[count * 28 * 28];
        var labels = new byte[count];
        new Random(1).NextBytes(pixels);
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 10);
        }

        _folder.Write($"images/{part}-images-idx3-ubyte", [0, 0, 8, 3, .. size, 0, 0, 0, 28, 0, 0, 0, 28, .. pixels]);
        _folder.Write($"images/{part}-labels-idx1-ubyte", [0, 0, 8, 1, .. size, .. labels]);
    }
}
