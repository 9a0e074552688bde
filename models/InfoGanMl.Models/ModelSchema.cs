using System.Text.Json.Nodes;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Models;

/// <summary>The JSON schema of model.json, for readers in other languages: models/model.schema.json.</summary>
internal static class ModelSchema
{
    /// <summary>Makes the schema from the types that are written.</summary>
    public static JsonObject Create()
    {
        var schema = JsonSchemas.Of<ModelManifest>();
        var properties = schema["properties"]!.AsObject();
        properties["format_version"] = new JsonObject { ["const"] = ModelManifest.CurrentFormatVersion };
        properties["options"] = new JsonObject
        {
            ["description"] = "The whole recipe, for whoever trains the model again; no reader interprets it.",
            ["type"] = "object",
        };
        return schema.Titled("model.json of a model folder of InfoGanMl");
    }
}
