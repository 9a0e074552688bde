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
    public static IReadOnlyList<int> Sizes { get; } = [28, 32, 64, 96, 128];

    /// <summary>What <see cref="Size"/> is for photographs in color: preset photos knows such things at twice the size of others.</summary>
    public const int PhotographSize = 64;

    /// <summary>What it is for all else: 32 pixels show most things, and train four times as fast as 64.</summary>
    public const int DrawingSize = 32;

    /// <summary>
    /// Height and width of the images in pixels; null for <see cref="PhotographSize"/> where the pictures are photographs in color, and
    /// <see cref="DrawingSize"/> elsewhere.
    /// </summary>
    public int? Size { get; init; }

    /// <summary>Gray or RGB.</summary>
    public ColorChoice Color { get; init; } = ColorChoice.Auto;

    /// <summary>How a picture of any shape becomes a square; by default nothing is stretched and no bars are learned.</summary>
    public ResizeRule Resize { get; init; } = ResizeRule.Crop;

    /// <summary>What bars and transparent parts become; null for what most pictures stand on.</summary>
    public Background? Background { get; init; }

    /// <summary>
    /// Whether light and dark are exchanged. By default of gray pictures that stand on the opposite of the background, where most
    /// pictures stand on one or the other.
    /// </summary>
    public Inversion Invert { get; init; } = Inversion.Auto;

    /// <summary>
    /// Whether the values of 16-bit pictures are stretched to the whole range where all of them fit into fewer bits: those of
    /// cameras that have 12.
    /// </summary>
    public bool Stretch { get; init; } = true;

    /// <summary>A model whose images these shall be; all that is above is its own then. Null for a data set of its own.</summary>
    public ModelImages? Like { get; init; }

    /// <summary>Whether links are followed, wherever they lead; otherwise they are counted, and named.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>The column of a list or a table that names the class of a picture; null for the one that is called so.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>The most pictures that may be broken, and are left out; none by default, as they may be a sign of worse.</summary>
    public int MaxBroken { get; init; }

    /// <summary>Before it is known whether a picture has color.</summary>
    internal ImageFormat LargestFormat =>
        Like?.Image ?? new(Color == ColorChoice.Gray ? 1 : 3, Size ?? DrawingSize, Size ?? DrawingSize);

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
        if (Size is { } size && !Sizes.Contains(size))
        {
            yield return $"{nameof(Size)} is {size}; expected one of: {string.Join(", ", Sizes)}.";
        }

        if (!Enum.IsDefined(Color))
        {
            yield return $"{nameof(Color)} is {Color}; expected one of: {string.Join(", ", Enum.GetNames<ColorChoice>())}.";
        }

        if (!Enum.IsDefined(Resize))
        {
            yield return $"{nameof(Resize)} is {Resize}; expected one of: {string.Join(", ", Enum.GetNames<ResizeRule>())}.";
        }

        if (Background is { } background && !Enum.IsDefined(background))
        {
            yield return $"{nameof(Background)} is {background}; expected one of: {string.Join(", ", Enum.GetNames<Background>())}.";
        }

        if (!Enum.IsDefined(Invert))
        {
            yield return $"{nameof(Invert)} is {Invert}; expected one of: {string.Join(", ", Enum.GetNames<Inversion>())}.";
        }

        foreach (var mistake in Require.AtLeast(0, (nameof(MaxBroken), MaxBroken)))
        {
            yield return mistake;
        }
    }
}

/// <summary>The images that a model has learned from.</summary>
/// <param name="Image">Their size, gray or RGB.</param>
/// <param name="Preparation">How pictures become such images.</param>
public sealed record ModelImages(ImageFormat Image, ImagePreparation Preparation);

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
