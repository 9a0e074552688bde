using System.Text.Json;
using System.Text.Json.Serialization;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Models;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>What one training and its evaluation gave: the part of a metrics file that a table over seeds needs.</summary>
/// <param name="Origin">Which training, and what it was scored on.</param>
/// <param name="Training">How the training went.</param>
/// <param name="Figures">How the model scores: every figure by its name in the metrics file.</param>
/// <param name="Starts">What it was chosen from, the best in the eyes of the training first; empty where it had one start.</param>
public sealed record ReproducedRun(
    RunOrigin Origin,
    TrainingFigures Training,
    IReadOnlyDictionary<string, double> Figures,
    IReadOnlyList<StartScore> Starts
)
{
    /// <summary>The figures that this version knows, by their kind.</summary>
    [JsonIgnore]
    public FigureSet Measured { get; } =
        new(
            from kind in Scorers.Kinds
            from figure in Figures
            let parameters = kind.Match(figure.Key)
            where parameters is not null
            select new Figure(kind, figure.Value, SampleSize: 0) { Parameters = parameters }
        );

    /// <summary>Wall-clock minutes of training and evaluation.</summary>
    [JsonIgnore]
    public double Minutes => (Training.Seconds + Origin.EvaluationSeconds) / 60;

    /// <summary>Reads every metrics file in a folder and the folders in it.</summary>
    /// <exception cref="EvaluationException">There is none, or a file is no metrics file of this version.</exception>
    public static IReadOnlyList<ReproducedRun> ReadAll(string folder)
    {
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, MetricsFile.Name, SearchOption.AllDirectories)
            : [];
        return files.Length > 0
            ? [.. files.Order().Select(Read)]
            : throw new EvaluationException(
                $"no metrics.json in {folder}",
                "a folder with a metrics.json for each run",
                "Train and score runs first."
            );
    }

    /// <summary>Reads a metrics file.</summary>
    /// <exception cref="EvaluationException">It is missing, or no metrics file of this version.</exception>
    public static ReproducedRun Read(string path) =>
        Read(
            path,
            metrics => new ReproducedRun(
                Part<RunOrigin>(metrics),
                Part<TrainingFigures>(metrics),
                Part<RunFigures>(metrics).Figures.ToDictionary(figure => figure.Name, figure => figure.Value),
                Part<RunChoice>(metrics).Starts
            ),
            "a metrics file of Evaluate",
            "Delete that run's folder and reproduce it again."
        );

    /// <summary>Reads the runs in the JSON file of a <see cref="ReproductionTable"/>.</summary>
    /// <exception cref="EvaluationException">It is missing, or no table of this version.</exception>
    public static IReadOnlyList<ReproducedRun> ReadTable(string path) =>
        Read(
            path,
            table => Part<TableRuns>(table).Presets.SelectMany(preset => preset.Runs).ToList(),
            "the JSON file of an earlier table",
            "Name the reproduction.json or ablation.json that the new runs are to be added to."
        );

    /// <summary>These runs, and those of an earlier table that were not made again: every preset and seed once.</summary>
    public static IReadOnlyList<ReproducedRun> Update(
        IReadOnlyList<ReproducedRun> earlier,
        IReadOnlyList<ReproducedRun> runs
    ) => [.. runs.UnionBy(earlier, run => (run.Origin.Preset, run.Origin.Seed))];

    private static T Read<T>(string path, Func<byte[], T> parse, string expected, string whatToDo)
    {
        try
        {
            return parse(File.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EvaluationException($"{path}: {problem.Message}", expected, whatToDo);
        }
    }

    /// <summary>A metrics file is flat, and a table says more than its runs: each part takes its own members and leaves the rest.</summary>
    private static T Part<T>(byte[] file) => JsonSerializer.Deserialize<T>(file, InfoGanJson.Part)!;
}

/// <summary>Members of a metrics file that tell which training it is about.</summary>
/// <param name="Preset">Preset of the training.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="EvaluationDataset">Name of the data that it was scored on.</param>
/// <param name="EvaluationSeconds">Wall-clock seconds of the evaluation.</param>
public sealed record RunOrigin(
    string Preset,
    int Seed,
    [property: JsonPropertyName("evaluation_data_set")] string EvaluationDataset,
    double EvaluationSeconds
);

/// <summary>The runs in a table; its other members are computed from them.</summary>
internal sealed record TableRuns(IReadOnlyList<TablePreset> Presets);

/// <summary>The runs of one preset in a table.</summary>
internal sealed record TablePreset(IReadOnlyList<ReproducedRun> Runs);

/// <summary>The member of a metrics file that tells what the training chose from.</summary>
internal sealed record RunChoice
{
    /// <summary>The starts; metrics files of earlier versions have none.</summary>
    public IReadOnlyList<StartScore> Starts { get; init; } = [];
}

/// <summary>The member of a metrics file that lists its figures.</summary>
internal sealed record RunFigures(IReadOnlyList<RunFigure> Figures);

/// <summary>What a table needs of a figure.</summary>
internal sealed record RunFigure(string Name, double Value);
