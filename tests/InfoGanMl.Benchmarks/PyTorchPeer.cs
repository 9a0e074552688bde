using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;

namespace InfoGanMl.Benchmarks;

/// <summary>The same step in eager PyTorch (pytorch_peer.py), in a process of its own that only works when asked to.</summary>
internal sealed class PyTorchPeer : IDisposable
{
    private const int Images = 6000;

    private static readonly Lazy<string?> Interpreter = new(() =>
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(HasPyTorch)
    );

    private readonly TrainingOptions _options;
    private readonly string _folder = Directory.CreateTempSubdirectory("infogan-peer-").FullName;
    private readonly Process _process;

    private PyTorchPeer(string interpreter, TrainingOptions options, ImageDataset data, int threads)
    {
        _options = options;
        var (json, pixels) = (Path.Combine(_folder, "options.json"), Path.Combine(_folder, "images"));
        File.WriteAllText(json, JsonSerializer.Serialize(options, InfoGanJson.Options));
        File.WriteAllBytes(pixels, data.Train.Pixels[..(Images * options.Image.Size)]);
        var script = Path.Combine(AppContext.BaseDirectory, "pytorch_peer.py");
        _process = Start(interpreter, [script, json, pixels, $"{threads}"]);
    }

    /// <summary>Starts it; null where no Python with PyTorch is installed.</summary>
    public static PyTorchPeer? TryStart(TrainingOptions options, ImageDataset data, int threads) =>
        Interpreter.Value is { } interpreter ? new(interpreter, options, data, threads) : null;

    /// <summary>Makes steps and measures the speed, in real images per second.</summary>
    public double MeasureSpeed(int steps)
    {
        _process.StandardInput.WriteLine(steps.ToString(CultureInfo.InvariantCulture));
        _process.StandardInput.Flush();
        var seconds =
            _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("pytorch_peer.py ended; its last words are above.");
        return steps * _options.BatchSize / double.Parse(seconds, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close(); // which ends it
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool HasPyTorch(string interpreter)
    {
        try
        {
            using var process = Start(interpreter, ["-c", "import torch"], hideErrors: true);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program
        }
    }

    private static Process Start(string interpreter, IEnumerable<string> arguments, bool hideErrors = false) =>
        Process.Start(
            new ProcessStartInfo(interpreter, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = hideErrors,
            }
        )!;
}
