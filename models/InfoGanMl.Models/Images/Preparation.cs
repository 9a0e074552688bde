using System.Text.Json.Serialization;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Models.Images;

/// <summary>How a picture of any shape becomes a square.</summary>
[JsonConverter(typeof(NameConverter<ResizeRule>))]
public enum ResizeRule
{
    /// <summary>The whole picture, stretched.</summary>
    Fit,

    /// <summary>The largest square in the middle.</summary>
    Crop,

    /// <summary>The whole picture in its shape, with black bars.</summary>
    Letterbox,
}

/// <summary>How a picture of any size became an image that a model has learned from; whoever uses the model does the same.</summary>
/// <param name="Resize">How it became a square.</param>
public sealed record Preparation(ResizeRule Resize);
