using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Runs;

namespace InfoGanMl.Evaluation;

/// <summary>
/// <see cref="EvaluationMetrics"/> as metrics.json. Scores, training figures and how Q sorts stand at its top, for scripts that
/// ask for <c>accuracy_one_to_one</c>; <c>figures</c> repeats every figure with its unit, sample size, seed and source.
/// </summary>
public static class MetricsFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = RunLayout.Metrics;

    /// <summary>The contents of the file.</summary>
    public static string ToJson(EvaluationMetrics metrics) => ToObject(metrics).ToJsonString(InfoGanJson.Options);

    internal static JsonObject ToObject(EvaluationMetrics metrics) =>
        new(
            JsonSerializer
                .SerializeToNode(metrics, InfoGanJson.Options)!
                .AsObject()
                .SelectMany(Lift)
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Lift(KeyValuePair<string, JsonNode?> member) =>
        member.Key is "scores" or "training" or "sorting" ? member.Value?.AsObject() ?? [] : new[] { member };
}
