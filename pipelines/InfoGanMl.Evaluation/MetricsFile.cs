using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models;
using InfoGanMl.Models.Folder;

namespace InfoGanMl.Evaluation;

/// <summary>
/// The metrics file: one flat JSON object with what a model is, what its training took (<see cref="TrainingFigures"/>), how it
/// scores (<see cref="Scores"/>), what it was chosen from (<see cref="StartScore"/>), what it saves in labels
/// (<see cref="LabelEfficiencyScore"/>), and, under names that start with evaluation_, what scoring it took.
/// </summary>
public static class MetricsFile
{
    /// <summary>Writes the file under a temporary name and moves it into place, so that it is whole or absent.</summary>
    public static void Write(string path, EvaluationResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var partial = path + ".partial";
        File.WriteAllText(partial, ToJson(result).ToJsonString(InfoGanJson.Options));
        File.Move(partial, path, overwrite: true);
    }

    /// <summary>The contents of the file.</summary>
    public static JsonObject ToJson(EvaluationResult result)
    {
        var manifest = result.Model.Manifest;
        return new([
            new("seed", manifest.Options.Seed),
            new("preset", manifest.Options.Preset),
            new("data_set", manifest.DataSet),
            .. MembersOf(result.Scores),
            .. MembersOf(manifest.Training),
            new("starts", JsonSerializer.SerializeToNode(result.Starts, InfoGanJson.Options)),
            new("label_efficiency", JsonSerializer.SerializeToNode(result.LabelEfficiency, InfoGanJson.Options)),
            new("parity_max_abs_diff", result.Parity?.Worst.MaxAbsDiff),
            new("evaluation_data_set", result.TestDataSet),
            new("evaluation_seed", result.Options.Seed),
            new("evaluation_seconds", result.Seconds),
            new("evaluation_peak_rss_bytes", result.PeakRssBytes),
            new("evaluation_device", result.Provider.ToString()),
        ]);
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> MembersOf<T>(T figures) =>
        JsonSerializer
            .SerializeToNode(figures, InfoGanJson.Options)!
            .AsObject()
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()));
}
