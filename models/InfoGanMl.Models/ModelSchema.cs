using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Models;

/// <summary>The JSON schema of model.json, for readers in other languages: models/model.schema.json.</summary>
internal static class ModelSchema
{
    /// <summary>Makes the schema from the types that are written.</summary>
    public static JsonObject Create()
    {
        var schema = InfoGanJson
            .Options.GetJsonSchemaAsNode(typeof(ModelManifest), new() { TreatNullObliviousAsNonNullable = true })
            .AsObject();
        schema["type"] = "object"; // the exporter allows null at the top
        var properties = schema["properties"]!.AsObject();
        properties["format_version"] = new JsonObject { ["const"] = ModelManifest.CurrentFormatVersion };
        properties["options"] = new JsonObject
        {
            ["description"] = "The whole recipe, for whoever trains the model again; no reader interprets it.",
            ["type"] = "object",
        };
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "model.json of a model folder of InfoGanMl");
        return schema;
    }
}
