using System.Text.Json;
using InfoGanMl.Models;
using TorchSharp;
using TorchSharp.Modules;

namespace InfoGanMl.Training;

/// <summary>The folder of one training run: options, metrics, pictures, checkpoints and the model.</summary>
public sealed class RunFolder : IDisposable
{
    private readonly string _path;
    private readonly StreamWriter _metrics;
    private readonly SummaryWriter _tensorBoard;

    private RunFolder(string path)
    {
        _path = path;
        _metrics = File.CreateText(Path.Combine(path, "metrics.jsonl"));
        _metrics.AutoFlush = true;
        _tensorBoard = torch.utils.tensorboard.SummaryWriter(Path.Combine(path, "tensorboard"), createRunName: false);
    }

    /// <summary>Where the finished model goes.</summary>
    public string ModelPath => Path.Combine(_path, "model");

    /// <summary>Where the inputs and outputs go that other runtimes are checked against.</summary>
    public string ReferencesPath => Path.Combine(_path, "references");

    /// <summary>The full path of a folder that holds no run yet; nothing is written.</summary>
    /// <exception cref="InvalidOptionsException">It already holds a run.</exception>
    public static string RequireNew(string path)
    {
        var folder = Path.GetFullPath(path);
        return !File.Exists(OptionsPath(folder)) && !Directory.Exists(Path.Combine(folder, "model"))
            ? folder
            : throw new InvalidOptionsException([
                $"output is {folder}, which already holds a run; expected a new folder. Choose another --output.",
            ]);
    }

    /// <summary>Starts a run in a folder that holds none yet, and saves its options there.</summary>
    /// <exception cref="InvalidOptionsException">The folder already holds a run.</exception>
    public static RunFolder Create(string path, TrainingOptions options)
    {
        var folder = RequireNew(path);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(OptionsPath(folder), JsonSerializer.SerializeToUtf8Bytes(options, InfoGanJson.Options));
        return new(folder);
    }

    /// <summary>Where the model folder of a step goes.</summary>
    public string CheckpointPath(int step) => Path.Combine(_path, "checkpoints", $"step-{step:D6}");

    /// <summary>Where the model folder of a start goes, the best one having rank 1.</summary>
    public string StartPath(int rank) => Path.Combine(_path, "starts", $"rank-{rank:D2}");

    /// <summary>Appends a line to metrics.jsonl and the same figures to TensorBoard.</summary>
    public void Log(TrainingReport report, LatentSpace latent)
    {
        _metrics.WriteLine(JsonSerializer.Serialize(report, InfoGanJson.Line));
        foreach (var (name, value) in report.Named(latent))
        {
            _tensorBoard.add_scalar(name, (float)value, report.Step);
        }
    }

    /// <summary>Saves a grid of samples.</summary>
    public void SaveSamples(int step, byte[] png)
    {
        var samples = Directory.CreateDirectory(Path.Combine(_path, "samples"));
        File.WriteAllBytes(Path.Combine(samples.FullName, $"step-{step:D6}.png"), png);
    }

    private static string OptionsPath(string folder) => Path.Combine(folder, "options.json");

    /// <inheritdoc/>
    public void Dispose() => _metrics.Dispose();
}
