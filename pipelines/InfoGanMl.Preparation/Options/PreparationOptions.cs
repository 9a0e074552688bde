using System.Text.Json.Serialization;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Preparation.Options;

/// <summary>What becomes of pictures on the way into a data set.</summary>
public sealed record PreparationOptions
{
    /// <summary>Sizes that there are presets for, in pixels.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [28, 32, 64];

    /// <summary>Height and width of the images in pixels: 32 shows most things, and trains four times as fast as 64.</summary>
    public int Size { get; init; } = 32;

    /// <summary>Gray or RGB.</summary>
    public ColorChoice Color { get; init; } = ColorChoice.Auto;

    /// <summary>How a picture of any shape becomes a square; by default nothing is stretched and no bars are learned.</summary>
    public ResizeRule Resize { get; init; } = ResizeRule.Crop;

    /// <summary>The most pictures that may be broken, and are left out; none by default, as they may be a sign of worse.</summary>
    public int MaxBroken { get; init; }

    /// <summary>Returns these options when they can be used.</summary>
    /// <exception cref="InvalidOptionsException">They cannot; the message lists every mistake.</exception>
    public PreparationOptions Validated()
    {
        InvalidOptionsException.ThrowIfAny([.. FindMistakes()]);
        return this;
    }

    /// <summary>Whether they make the same of the same pictures as others do, if either makes anything.</summary>
    internal bool AgreeWith(PreparationOptions other) => this with { MaxBroken = other.MaxBroken } == other;

    private IEnumerable<string> FindMistakes()
    {
        if (!Sizes.Contains(Size))
        {
            yield return $"{nameof(Size)} is {Size}; expected one of: {string.Join(", ", Sizes)}.";
        }

        if (!Enum.IsDefined(Color))
        {
            yield return $"{nameof(Color)} is {Color}; expected one of: {string.Join(", ", Enum.GetNames<ColorChoice>())}.";
        }

        if (!Enum.IsDefined(Resize))
        {
            yield return $"{nameof(Resize)} is {Resize}; expected one of: {string.Join(", ", Enum.GetNames<ResizeRule>())}.";
        }

        foreach (var mistake in Require.AtLeast(0, (nameof(MaxBroken), MaxBroken)))
        {
            yield return mistake;
        }
    }
}

/// <summary>Whether images are gray or in color.</summary>
[JsonConverter(typeof(NameConverter<ColorChoice>))]
public enum ColorChoice
{
    /// <summary>RGB when a picture has color: a pixel, once resized, whose R, G and B differ by more than 16 of 255.</summary>
    Auto,

    /// <summary>Gray: 0.299 R + 0.587 G + 0.114 B, as in ITU-R BT.601.</summary>
    Gray,

    /// <summary>RGB, even where every picture is gray.</summary>
    Rgb,
}
