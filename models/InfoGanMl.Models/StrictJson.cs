using System.Text.Json;

namespace InfoGanMl.Models;

/// <summary>Reads JSON that strangers may have written.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Document = new()
    {
        MaxDepth = Limits.JsonDepth,
        AllowDuplicateProperties = false,
    };

    /// <summary>Parses what <see cref="InfoGanJson.Options"/> would take for more than it says.</summary>
    /// <exception cref="JsonException">It is no JSON, or a list has a null in it, or a number is too large for a double.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        var document = JsonDocument.Parse(json, Document);
        try
        {
            Check(document.RootElement);
            return document;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    private static void Check(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Check(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    // The serializer checks members of objects for null, and never items of lists.
                    Check(
                        item.ValueKind == JsonValueKind.Null ? throw new JsonException("Found null in a list.") : item
                    );
                }

                break;
            case JsonValueKind.Number when !double.IsFinite(element.GetDouble()):
                throw new JsonException("Found a number beyond the range of a double."); // which would become infinity
        }
    }
}
