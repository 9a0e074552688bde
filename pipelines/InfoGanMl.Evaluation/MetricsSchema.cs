using System.Text.Json.Nodes;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Evaluation;

/// <summary>
/// The JSON schema of metrics.json, made from the types that are written. It names what is no figure, and says of figures, of
/// which any version has more, what they look like.
/// </summary>
public static class MetricsSchema
{
    /// <summary>Makes the schema.</summary>
    public static JsonObject Create()
    {
        var schema = JsonSchemas.Of<EvaluationMetrics>();
        Lift(schema, "training", isRequired: true);
        Lift(schema, "sorting", isRequired: false); // a model that sorts nothing has no such members
        foreach (var path in Scorers.Kinds.Select(FigureTree.PathOf).Distinct())
        {
            AllowFigures(schema, path.Split('.', StringSplitOptions.RemoveEmptyEntries));
        }

        schema["properties"]!["figures"] = new JsonObject
        {
            ["type"] = "array",
            ["items"] = JsonSchemas.Of<DescribedFigure>(),
        };
        schema["required"]!.AsArray().Add("figures");
        schema["$defs"] = new JsonObject { ["figure"] = DescribeValues() };
        return schema.Titled("metrics.json of an evaluation by InfoGanMl");
    }

    /// <summary>Moves the members of a member to the top, where the file has them.</summary>
    private static void Lift(JsonObject schema, string name, bool isRequired)
    {
        var (properties, required) = (schema["properties"]!.AsObject(), schema["required"]!.AsArray());
        var lifted = properties[name]!.AsObject();
        properties.Remove(name);
        required.Remove(required.Single(member => (string?)member == name));
        foreach (var (member, type) in lifted["properties"]!.AsObject())
        {
            properties.Add(member, type?.DeepClone());
        }

        foreach (var member in isRequired ? lifted["required"]!.AsArray() : [])
        {
            required.Add(member?.DeepClone());
        }
    }

    /// <summary>Lets figures stand in an object that has members of its own, or in those of a list.</summary>
    private static void AllowFigures(JsonObject schema, IEnumerable<string> path)
    {
        JsonNode? home = schema;
        foreach (var name in path)
        {
            home = home?["properties"]?[name];
            home = home?["items"] ?? home;
        }

        if (home is JsonObject found) // else a group of figures alone
        {
            found["additionalProperties"] = new JsonObject { ["$ref"] = "#/$defs/figure" };
        }
    }

    /// <summary>A number, null where it was not measured, a list by code, or a group of them.</summary>
    private static JsonObject DescribeValues() =>
        new()
        {
            ["description"] = "A figure, or a group of them; the README beside this schema lists their keys.",
            ["type"] = new JsonArray("number", "null", "array", "object"),
            ["items"] = new JsonObject
            {
                ["type"] = new JsonArray("number", "object"),
                ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("number", "string", "null") },
            },
            ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("number", "null") },
        };
}
