using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InfoGanMl.Models.Checks;

namespace InfoGanMl.Models.Files;

/// <summary>Reads JSON that strangers may have written.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Document = new()
    {
        MaxDepth = Limits.JsonDepth,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="refuse">Makes the exception, from what was found, what was expected and the cause.</param>
    /// <param name="check">Looks at it before it is taken for a <typeparamref name="T"/>; may throw.</param>
    /// <param name="most">The most bytes that it may have.</param>
    public static T Read<T>(
        string path,
        string expected,
        Func<string, string, Exception?, Exception> refuse,
        Action<JsonElement>? check = null,
        long most = Limits.TextBytes
    ) => Read(path, expected, refuse, check, most, TypeOf<T>(InfoGanJson.Options));

    /// <summary>Reads a file of a type that trimmed apps read, too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="refuse">Makes the exception, from what was found, what was expected and the cause.</param>
    /// <param name="check">Looks at it before it is taken for a <typeparamref name="T"/>; may throw.</param>
    /// <param name="type">How the type is read.</param>
    public static T Read<T>(
        string path,
        string expected,
        Func<string, string, Exception?, Exception> refuse,
        Action<JsonElement> check,
        JsonTypeInfo<T> type
    ) => Read(path, expected, refuse, check, Limits.TextBytes, type);

    /// <summary>Reads a file of which only some members matter.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="refuse">Makes the exception, from what was found, what was expected and the cause.</param>
    /// <param name="most">The most bytes that it may have.</param>
    public static T ReadPart<T>(
        string path,
        string expected,
        Func<string, string, Exception?, Exception> refuse,
        long most = Limits.TextBytes
    ) => Read(path, expected, refuse, check: null, most, TypeOf<T>(InfoGanJson.Part));

    private static JsonTypeInfo<T> TypeOf<T>(JsonSerializerOptions options) =>
        (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static T Read<T>(
        string path,
        string expected,
        Func<string, string, Exception?, Exception> refuse,
        Action<JsonElement>? check,
        long most,
        JsonTypeInfo<T> type
    )
    {
        var json = BoundedFile.ReadAllBytes(path, most, refuse);
        try
        {
            using var document = Parse(json);
            check?.Invoke(document.RootElement);
            return document.Deserialize(type) ?? throw new JsonException("The file says null.");
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw refuse(damage.Message, expected, damage);
        }
    }

    /// <summary>Looks at the version alone, so that a newer format is named as such and not as damage.</summary>
    /// <param name="file">The file's JSON.</param>
    /// <param name="current">The version that is read.</param>
    /// <param name="refuse">Makes the exception, from what was found, what was expected and the cause.</param>
    public static void CheckFormatVersion(
        JsonElement file,
        int current,
        Func<string, string, Exception?, Exception> refuse
    )
    {
        var version = file.TryGetProperty("format_version", out var found) ? found.GetRawText() : "none";
        if (version != $"{current}")
        {
            throw refuse($"format version {version}", $"format version {current}", null);
        }
    }

    /// <summary>Parses what <see cref="InfoGanJson.Options"/> would take for more than it says.</summary>
    /// <exception cref="JsonException">It is no JSON, or a list has a null in it, or a number is too large for a double.</exception>
    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
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
