using System.Text.Json.Nodes;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Recipes;

/// <summary>The JSON schema of a <see cref="PresetFile"/>, with which editors complete and check it.</summary>
public static class PresetSchema
{
    /// <summary>Makes the schema from the types that are read.</summary>
    public static JsonObject Create()
    {
        var schema = JsonSchemas.Of<TrainingOptions>();
        MakeOptional(schema);
        var properties = schema["properties"]!.AsObject();
        properties.Insert(0, PresetFile.Schema, Text("Where this schema is, for editors."));
        properties.Insert(1, PresetFile.Base, Text("The preset that the others of these members change."));
        return schema.Titled("A preset of InfoGanMl");
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    /// <summary>What a file leaves out of an object, its base has. Items of lists are always whole.</summary>
    private static void MakeOptional(JsonObject schema)
    {
        schema.Remove("required");
        foreach (var (_, member) in schema["properties"] as JsonObject ?? [])
        {
            if (member is JsonObject inner)
            {
                MakeOptional(inner);
            }
        }
    }
}
