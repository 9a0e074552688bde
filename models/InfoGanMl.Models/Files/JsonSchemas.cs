using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace InfoGanMl.Models.Files;

/// <summary>JSON schemas of the files that InfoGanMl writes and reads, made from their types.</summary>
internal static class JsonSchemas
{
    /// <summary>What a type looks like in JSON.</summary>
    public static JsonObject Of<T>()
    {
        var schema = InfoGanJson
            .Options.GetJsonSchemaAsNode(typeof(T), new() { TreatNullObliviousAsNonNullable = true })
            .AsObject();
        schema["type"] = "object"; // the exporter allows null at the top
        return schema;
    }

    /// <summary>A schema that stands for a whole file.</summary>
    public static JsonObject Titled(this JsonObject schema, string title)
    {
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema;
    }
}
