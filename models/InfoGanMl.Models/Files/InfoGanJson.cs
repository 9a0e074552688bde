using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InfoGanMl.Models.Checks;

namespace InfoGanMl.Models.Files;

/// <summary>The one JSON dialect of InfoGanMl's files: snake_case, indented, strict about unknown, missing and repeated members.</summary>
public static class InfoGanJson
{
    /// <summary>Options for every JSON file read or written.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.General)
        {
            TypeInfoResolver = Reflection(), // named, so that schemas can be made
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            WriteIndented = true,
            AllowDuplicateProperties = false, // readers differ in which one counts
            MaxDepth = Limits.JsonDepth,
        };

    /// <summary>The same for readers of a few members: unknown ones are left alone.</summary>
    public static JsonSerializerOptions Part { get; } =
        new(Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The same for JSON Lines files: on one line, and without what is null.</summary>
    public static JsonSerializerOptions Line { get; } =
        new(Options) { WriteIndented = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Knows every type in apps that have reflection, and none in trimmed ones: see <see cref="GeneratedJson"/>.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only where the app keeps reflection.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only where the app keeps reflection.")]
    private static IJsonTypeInfoResolver Reflection() =>
        JsonSerializer.IsReflectionEnabledByDefault
            ? new DefaultJsonTypeInfoResolver()
            : JsonTypeInfoResolver.Combine();
}
