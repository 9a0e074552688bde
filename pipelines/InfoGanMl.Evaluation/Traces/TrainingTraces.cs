using System.Text.Json;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Runs;

namespace InfoGanMl.Evaluation.Traces;

/// <summary>What a training leaves beside its model for the evaluation.</summary>
/// <param name="References">Folder of reference tensors; null where there is none.</param>
/// <param name="Starts">Folder of the starts that it chose from; null where there was only one.</param>
/// <param name="History">Its log, a line of JSON for every so many steps; null where there is none.</param>
/// <param name="Featurizer">The network that its trunk was at first; null where it began with none.</param>
/// <param name="Categories">Numbers of categories that it tried; null where it was given one.</param>
public sealed record TrainingTraces(
    string? References = null,
    string? Starts = null,
    string? History = null,
    string? Featurizer = null,
    string? Categories = null
)
{
    /// <summary>The traces in the run folder that a model lies in; none for a model that was taken elsewhere.</summary>
    /// <param name="model">Path of the model folder.</param>
    public static TrainingTraces Beside(string model)
    {
        var run = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(model)));
        return run is null || !File.Exists(Path.Combine(run, RunLayout.Options))
            ? new()
            : new(
                Find(RunLayout.References, Directory.Exists),
                Find(RunLayout.Starts, Directory.Exists),
                Find(RunLayout.Log, File.Exists),
                Find(RunLayout.Featurizer, File.Exists),
                Find(RunLayout.Categories, File.Exists)
            );

        string? Find(string name, Func<string, bool> exists) =>
            exists(Path.Combine(run, name)) ? Path.Combine(run, name) : null;
    }

    /// <summary>How L_I and R² grew; the head start, which has neither, is left out.</summary>
    /// <exception cref="EvaluationException">The log is damaged.</exception>
    public IReadOnlyList<HistoryPoint> ReadHistory()
    {
        try
        {
            return History is null
                ? []
                : [.. File.ReadLines(History).Select(Parse).Where(line => line.Measures is not null).Select(ToPoint)];
        }
        catch (JsonException damage)
        {
            throw new EvaluationException(
                $"{History}: {damage.Message}",
                "the log of a training, JSON line by line",
                "Delete the damaged line."
            );
        }
    }

    /// <summary>How the numbers of categories did that were tried; none where the training was given one.</summary>
    /// <exception cref="EvaluationException">The file is damaged.</exception>
    public IReadOnlyList<CategoryTrial> ReadCategories() =>
        Categories is null
            ? []
            : StrictJson.Read<IReadOnlyList<CategoryTrial>>(
                Categories,
                "what training wrote there",
                (found, expected, _) =>
                    new EvaluationException($"{found} in {Categories}", expected, "Delete the file.")
            );

    private static Line Parse(string line) => JsonSerializer.Deserialize<Line>(line, InfoGanJson.Part)!;

    private static HistoryPoint ToPoint(Line line) =>
        new(line.Step, line.Measures!.MutualInformation, line.Measures.ContinuousR2);

    /// <summary>Of a line, what is shown.</summary>
    private sealed record Line(int Step, Measures? Measures = null);

    private sealed record Measures(IReadOnlyList<double> MutualInformation, IReadOnlyList<double> ContinuousR2);
}
