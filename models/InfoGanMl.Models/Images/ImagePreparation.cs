using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Models.Images;

/// <summary>How a picture of any kind becomes an image that a model has learned from: whoever uses the model does the same.</summary>
/// <remarks>Size, and whether the image is gray or in color, are the model's <see cref="ImageFormat"/>.</remarks>
public sealed record ImagePreparation
{
    /// <summary>Key of it, as JSON, among the metadata of Q's ONNX file, for readers that have no model folder.</summary>
    public const string PropertyName = "preparation";

    /// <summary>How a picture of another shape fits into the image.</summary>
    public ResizeRule Resize { get; init; } = ResizeRule.Crop;

    /// <summary>What bars and transparent parts are in the image.</summary>
    public Background Background { get; init; } = Background.Black;

    /// <summary>Whether what the picture shows becomes its negative; background stays what it is.</summary>
    public Inversion Invert { get; init; } = Inversion.False;

    /// <summary>
    /// How many bits the values of 16-bit pictures fill: those of a 12-bit camera, up to 4,095, are stretched to the whole
    /// range. Null where they fill all.
    /// </summary>
    public int? SignificantBits { get; init; }

    private static JsonTypeInfo<ImagePreparation> Json { get; } =
        GeneratedJson.Or<ImagePreparation>(InfoGanJson.Line, PreparationContext.Default);

    /// <inheritdoc/>
    public override string ToString()
    {
        var invert = Invert switch
        {
            Inversion.True => ", inverted",
            Inversion.Auto => ", inverted where they stand on the opposite",
            _ => "",
        };
        var stretch = SignificantBits is { } bits ? $", {bits} bits of 16 stretched to all" : "";
        return $"{Resize.ToString().ToLowerInvariant()}, {Background.ToString().ToLowerInvariant()} background{invert}{stretch}";
    }

    /// <summary>As <see cref="PropertyName"/> holds it.</summary>
    internal string ToProperty() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="PropertyName"/> holds.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    internal static ImagePreparation OfProperty(string json)
    {
        var read = JsonSerializer.Deserialize(json, Json);
        return read is not null && !read.FindMistakes().Any()
            ? read
            : throw new JsonException($"Found the preparation {json}; expected one that InfoGanMl writes.");
    }

    /// <summary>All that is wrong with it; empty when pictures can be prepared so.</summary>
    internal IEnumerable<string> FindMistakes() =>
        SignificantBits is { } bits
            ? Require
                .AtLeast(1, ("Preparation.SignificantBits", bits))
                .Concat(Require.AtMost(16, ("Preparation.SignificantBits", bits)))
            : [];
}

/// <summary>Code generated for apps without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ImagePreparation))]
internal sealed partial class PreparationContext : JsonSerializerContext;

/// <summary>How a picture of any shape becomes one of the image's.</summary>
[JsonConverter(typeof(NameConverter<ResizeRule>))]
public enum ResizeRule
{
    /// <summary>The whole picture, stretched.</summary>
    Fit,

    /// <summary>The largest part in the middle that has the image's shape.</summary>
    Crop,

    /// <summary>The whole picture in its shape, with bars of the background.</summary>
    Letterbox,
}

/// <summary>What is behind a picture.</summary>
[JsonConverter(typeof(NameConverter<Background>))]
public enum Background
{
    /// <summary>0 in all channels.</summary>
    Black,

    /// <summary>Full intensity in all channels.</summary>
    White,
}

/// <summary>Whether light and dark of a picture are exchanged.</summary>
[JsonConverter(typeof(NameConverter<Inversion>))]
public enum Inversion
{
    /// <summary>Never.</summary>
    False,

    /// <summary>Always.</summary>
    True,

    /// <summary>
    /// Of pictures whose <see cref="Ground"/> is the opposite of the background: ink on paper, where a model knows light
    /// strokes on black. For gray images alone.
    /// </summary>
    Auto,
}
