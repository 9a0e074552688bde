using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Recipes;

/// <summary>The JSON schema of a <see cref="PresetFile"/>, with which editors complete and check it.</summary>
public static class PresetSchema
{
    /// <summary>Makes the schema from the types that are read.</summary>
    public static JsonObject Create()
    {
        var schema = InfoGanJson
            .Options.GetJsonSchemaAsNode(typeof(TrainingOptions), new() { TreatNullObliviousAsNonNullable = true })
            .AsObject();
        MakeOptional(schema);
        schema["type"] = "object"; // the exporter allows null at the top
        var properties = schema["properties"]!.AsObject();
        properties.Insert(0, PresetFile.Schema, Text("Where this schema is, for editors."));
        properties.Insert(1, PresetFile.Base, Text("The preset that the others of these members change."));
        schema.Insert(0, PresetFile.Schema, "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "A preset of InfoGanMl");
        return schema;
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
