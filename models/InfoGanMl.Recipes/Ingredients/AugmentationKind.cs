using System.Text.Json.Serialization;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Recipes.Ingredients;

/// <summary>A measurable change of an image that a continuous code can follow.</summary>
[JsonConverter(typeof(NameConverter<AugmentationKind>))]
public enum AugmentationKind
{
    /// <summary>Leaning to the right as italics do.</summary>
    Slant,

    /// <summary>Thicker strokes.</summary>
    Thickness,

    /// <summary>Brighter as a whole.</summary>
    Brightness,

    /// <summary>Wider from left to right, and as high as before.</summary>
    Width,

    /// <summary>Larger as a whole: the root of the area.</summary>
    Size,

    /// <summary>Further to the right.</summary>
    Right,

    /// <summary>Further down.</summary>
    Down,
}
