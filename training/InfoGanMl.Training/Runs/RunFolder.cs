using System.Text.Json;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Runs;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Categories;
using InfoGanMl.Training.Snapshots;
using TorchSharp;
using TorchSharp.Modules;

namespace InfoGanMl.Training.Runs;

/// <summary>The folder of one training run: options, metrics, pictures, checkpoints, snapshots and the model.</summary>
public sealed class RunFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly FileStream _metrics;
    private SummaryWriter? _tensorBoard;

    private RunFolder(string path, FileStream runLock, TrainingOptions options, RunConditions conditions)
    {
        FolderPath = path;
        Options = options;
        Conditions = conditions;
        Snapshots = new(Path.Combine(path, RunLayout.Snapshots));
        _lock = runLock;
        _metrics = new(Path.Combine(path, RunLayout.Log), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    /// <summary>Full path of the folder.</summary>
    public string FolderPath { get; }

    /// <summary>What the run computes.</summary>
    public TrainingOptions Options { get; }

    /// <summary>What it began under.</summary>
    public RunConditions Conditions { get; }

    /// <summary>Where the finished model goes.</summary>
    public string ModelPath => Path.Combine(FolderPath, RunLayout.Model);

    /// <summary>Where the inputs and outputs go that other runtimes are checked against.</summary>
    public string ReferencesPath => Path.Combine(FolderPath, RunLayout.References);

    /// <summary>The network that a pretrained trunk was at first.</summary>
    public string FeaturizerPath => Path.Combine(FolderPath, RunLayout.Featurizer);

    /// <summary>Whether the run has come to its end: nothing is left to go on from, and the model has had every update.</summary>
    /// <exception cref="InvalidModelFolderException">The model is damaged.</exception>
    public bool IsFinished =>
        Snapshots.IsEmpty
        && ModelFolder.Exists(ModelPath)
        && ModelFolder.Open(ModelPath).Manifest.Training.Steps == Options.TotalSteps;

    /// <summary>What an interrupted run goes on from.</summary>
    internal SnapshotFolder Snapshots { get; }

    private string TensorBoardPath => Path.Combine(FolderPath, RunLayout.TensorBoard);

    /// <summary>The full path of a folder that holds no run yet; nothing is written.</summary>
    /// <exception cref="InvalidOptionsException">It already holds a run, or another training is writing to it.</exception>
    public static string RequireNew(string path)
    {
        var folder = Path.GetFullPath(path);
        RunLock.RequireFree(folder);
        return !File.Exists(OptionsPath(folder)) && !ModelFolder.Exists(Path.Combine(folder, RunLayout.Model))
            ? folder
            : throw new InvalidOptionsException([
                $"output is {folder}, which already holds a run; expected a new folder, or to go on with that run.",
            ]);
    }

    /// <summary>Starts a run in a folder that holds none yet, and saves its options there.</summary>
    /// <param name="path">The folder; made when missing.</param>
    /// <param name="options">What the run computes.</param>
    /// <param name="conditions">What it begins under.</param>
    /// <param name="tried">Numbers of categories that the options' one was chosen from; null where none was looked for.</param>
    /// <exception cref="InvalidOptionsException">The folder already holds a run, or another training is writing to it.</exception>
    public static RunFolder Create(
        string path,
        TrainingOptions options,
        RunConditions conditions,
        IReadOnlyList<CategoryTrial>? tried = null
    )
    {
        var folder = RequireNew(path);
        Directory.CreateDirectory(folder);
        return Locked(
            folder,
            runLock =>
            {
                // The options come last, as they are what makes the folder a run's.
                WriteJson(ConditionsPath(folder), conditions);
                if (tried is not null)
                {
                    WriteJson(Path.Combine(folder, RunLayout.Categories), tried);
                }

                WriteJson(OptionsPath(folder), options);
                return new(folder, runLock, options, conditions);
            }
        );
    }

    /// <summary>Whether a folder holds a run, finished or not.</summary>
    public static bool HasBegun(string path) => File.Exists(Path.Combine(path, RunLayout.Options));

    /// <summary>Whether it holds one whose model was scored.</summary>
    public static bool IsScored(string path) => File.Exists(Path.Combine(path, RunLayout.Metrics));

    /// <summary>Opens the folder of a run that was interrupted, or stopped, to go on with it.</summary>
    /// <exception cref="InvalidRunFolderException">It holds no run, or a file in it is damaged.</exception>
    /// <exception cref="InvalidOptionsException">Another training is writing to it.</exception>
    public static RunFolder Open(string path)
    {
        var folder = Path.GetFullPath(path);
        if (!File.Exists(OptionsPath(folder)))
        {
            throw new InvalidRunFolderException(
                OptionsPath(folder),
                "no such file",
                "the options of a run to go on with"
            );
        }

        return Locked(
            folder,
            runLock =>
                new(
                    folder,
                    runLock,
                    ReadJson<TrainingOptions>(OptionsPath(folder)).Validated(),
                    ReadJson<RunConditions>(ConditionsPath(folder))
                )
        );
    }

    /// <summary>Where the model folder of a step goes.</summary>
    public string CheckpointPath(int step) => Path.Combine(FolderPath, RunLayout.Checkpoints, $"step-{step:D6}");

    /// <summary>Where the model folder of a start goes, the best one having rank 1.</summary>
    public string StartPath(int rank) => Path.Combine(FolderPath, RunLayout.Starts, $"rank-{rank:D2}");

    /// <summary>Appends a line to metrics.jsonl and the same figures to TensorBoard.</summary>
    public void Log(TrainingReport report)
    {
        _metrics.Write([.. JsonSerializer.SerializeToUtf8Bytes(report, InfoGanJson.Line), (byte)'\n']);
        _metrics.Flush();
        LogToTensorBoard(report);
    }

    /// <summary>Saves a grid of samples.</summary>
    public void SaveSamples(int step, byte[] png)
    {
        var samples = Directory.CreateDirectory(Path.Combine(FolderPath, RunLayout.Samples));
        AtomicFile.Write(Path.Combine(samples.FullName, $"step-{step:D6}.png"), png);
    }

    /// <summary>Where the next line of metrics goes.</summary>
    internal void VisitState(IStateVisitor state)
    {
        _metrics.Flush(flushToDisk: true); // or a snapshot might survive a power failure that its metrics do not
        var position = _metrics.Position;
        state.Visit("metrics_length", ref position);
        if (position > _metrics.Length)
        {
            throw new InvalidRunFolderException(_metrics.Name, $"{_metrics.Length} bytes", $"at least {position}");
        }

        _metrics.Position = position;
    }

    /// <summary>Cuts off the metrics that will be computed again, and writes TensorBoard's files from those that are left.</summary>
    internal void Begin()
    {
        _metrics.SetLength(_metrics.Position);
        if (Directory.Exists(TensorBoardPath))
        {
            Directory.Delete(TensorBoardPath, recursive: true);
        }

        _tensorBoard = torch.utils.tensorboard.SummaryWriter(TensorBoardPath, createRunName: false);
        _metrics.Position = 0;
        using var lines = new StreamReader(_metrics, leaveOpen: true);
        while (lines.ReadLine() is { } line)
        {
            LogToTensorBoard(JsonSerializer.Deserialize<TrainingReport>(line, InfoGanJson.Part)!);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _metrics.Dispose();
        _lock.Dispose();
    }

    private void LogToTensorBoard(TrainingReport report)
    {
        foreach (var (name, value) in report.Named(Options.Latent.Space))
        {
            _tensorBoard!.add_scalar(name, (float)value, report.Step);
        }
    }

    /// <summary>Makes something of a folder while nobody else can, and keeps it locked if that works out.</summary>
    private static RunFolder Locked(string folder, Func<FileStream, RunFolder> open)
    {
        var runLock = RunLock.Take(folder);
        try
        {
            return open(runLock);
        }
        catch
        {
            runLock.Dispose();
            throw;
        }
    }

    private static void WriteJson<T>(string path, T value) =>
        AtomicFile.Write(path, file => JsonSerializer.Serialize(file, value, InfoGanJson.Options));

    private static T ReadJson<T>(string path) =>
        StrictJson.Read<T>(
            path,
            "what training wrote there",
            (found, expected, inner) => new InvalidRunFolderException(path, found, expected, inner)
        );

    private static string OptionsPath(string folder) => Path.Combine(folder, RunLayout.Options);

    private static string ConditionsPath(string folder) => Path.Combine(folder, RunLayout.Conditions);
}
