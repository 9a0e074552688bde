using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace InfoGanMl.Models.Files;

/// <summary>The JSON of apps without reflection, trimmed or compiled ahead of time: by code generated for the types of a model folder.</summary>
internal static class GeneratedJson
{
    /// <summary>How a type is read and written: by reflection where the app has it, as in all but trimmed ones.</summary>
    public static JsonTypeInfo<T> Or<T>(JsonSerializerOptions reflection, JsonSerializerContext generated) =>
        JsonSerializer.IsReflectionEnabledByDefault
            ? (JsonTypeInfo<T>)reflection.GetTypeInfo(typeof(T))
            : Of<T>(reflection, generated);

    /// <summary>How a type is read and written by generated code; the bytes are the same.</summary>
    public static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options, JsonSerializerContext generated)
    {
        var resolver = generated.WithAddedModifier(RequireMembers);
        return (JsonTypeInfo<T>)
            new JsonSerializerOptions(options) { TypeInfoResolver = resolver }.GetTypeInfo(typeof(T));
    }

    /// <summary>
    /// Generated code gives a missing member null or 0 instead of the initial value that its type says. All members are
    /// written, so a file without one is not ours, and is refused instead of misread.
    /// </summary>
    private static void RequireMembers(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.IsRequired |= member.AssociatedParameter is { IsMemberInitializer: true, IsNullable: false };
        }
    }
}
