using System.Text.Json;
using System.Text.Json.Serialization;
using InfoGanMl.Models.Folder;

namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>What one training and its evaluation gave: the part of a metrics file that a table over seeds needs.</summary>
public sealed record ReproducedRun
{
    /// <summary>Preset of the training.</summary>
    public required string Preset { get; init; }

    /// <summary>Seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Name of the data that it was scored on.</summary>
    public required string EvaluationDataSet { get; init; }

    /// <summary>Share of test images whose category is the one matched to their class.</summary>
    public required double AccuracyOneToOne { get; init; }

    /// <summary>Normalised mutual information between categories and classes.</summary>
    public required double Nmi { get; init; }

    /// <summary>L_I of the first categorical code, in nats.</summary>
    [JsonPropertyName("l_i")]
    public required double MutualInformation { get; init; }

    /// <summary>R² of each continuous code.</summary>
    public required IReadOnlyList<double> ContinuousR2 { get; init; }

    /// <summary>What each continuous code changes.</summary>
    public required IReadOnlyList<CodeMeaning> CodeMeanings { get; init; }

    /// <summary>How good generated images are; null without a judge.</summary>
    public required SampleScores? Samples { get; init; }

    /// <summary>Wall-clock seconds of the training.</summary>
    public required double Seconds { get; init; }

    /// <summary>Wall-clock seconds of the evaluation.</summary>
    public required double EvaluationSeconds { get; init; }

    /// <summary>When the training ended.</summary>
    public required DateTimeOffset? TrainedAt { get; init; }

    /// <summary>Version of the training code, with its commit.</summary>
    public required string? TrainedWith { get; init; }

    /// <summary>Reads every metrics file in a folder and the folders in it.</summary>
    /// <exception cref="EvaluationException">There is none, or a file is no metrics file of this version.</exception>
    public static IReadOnlyList<ReproducedRun> ReadAll(string folder)
    {
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "metrics.json", SearchOption.AllDirectories)
            : [];
        return files.Length > 0
            ? [.. files.Order().Select(Read)]
            : throw new EvaluationException(
                $"no metrics.json in {folder}",
                "a folder with a metrics.json for each run",
                "Run `dotnet cake --target=Reproduce`."
            );
    }

    /// <summary>Reads a metrics file.</summary>
    /// <exception cref="EvaluationException">It is missing, or no metrics file of this version.</exception>
    public static ReproducedRun Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ReproducedRun>(File.ReadAllBytes(path), Json)!;
        }
        catch (Exception problem) when (problem is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EvaluationException(
                $"{path}: {problem.Message}",
                "a metrics file of Evaluate",
                "Delete that run's folder and reproduce it again."
            );
        }
    }

    /// <summary>A metrics file holds more than is needed here.</summary>
    private static readonly JsonSerializerOptions Json = new(Models.InfoGanJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };
}
