using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Runs;

namespace InfoGanMl.Evaluation;

/// <summary>
/// <see cref="EvaluationMetrics"/> as metrics.json. Training figures, how Q sorts and each figure stand where scripts ask for
/// them, as in <c>accuracy_one_to_one</c>; <c>figures</c> repeats every figure with its unit, sample size, seed and source.
/// </summary>
public static class MetricsFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = RunLayout.Metrics;

    /// <summary>The contents of the file.</summary>
    public static string ToJson(EvaluationMetrics metrics) => ToObject(metrics).ToJsonString(InfoGanJson.Options);

    internal static JsonObject ToObject(EvaluationMetrics metrics)
    {
        var file = new JsonObject(
            ToNode(metrics)
                .AsObject()
                .SelectMany(Lift)
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );
        // A model that sorts nothing has no such members.
        FigureTree.Add(file, metrics.Figures, absent: metrics.Sorting is null ? ["categories", "classes"] : []);
        file["figures"] = ToNode(metrics.Figures.Select(DescribedFigure.Of));
        return file;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Lift(KeyValuePair<string, JsonNode?> member) =>
        member.Key is "training" or "sorting" ? member.Value?.AsObject() ?? [] : new[] { member };

    private static JsonNode ToNode<T>(T value) => JsonSerializer.SerializeToNode(value, InfoGanJson.Options)!;
}
