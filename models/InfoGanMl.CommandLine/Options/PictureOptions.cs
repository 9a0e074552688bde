using System.CommandLine;
using System.CommandLine.Parsing;

namespace InfoGanMl.CommandLine.Options;

/// <summary>What becomes of pictures, where <see cref="SharedOptions.Data"/> is a folder of them.</summary>
public static class PictureOptions
{
    /// <summary>Side of the images.</summary>
    public static Option<int?> Size { get; } =
        OptionKinds.Whole("--size", "Pictures: height and width of the images, 28, 32 (default) or 64.", "PIXELS");

    /// <summary>Gray or RGB.</summary>
    public static Option<string?> Color { get; } =
        OptionKinds.Choice(
            "--color",
            "Pictures: auto (default) makes RGB images when any picture has color.",
            "auto",
            "gray",
            "rgb"
        );

    /// <summary>How a picture becomes a square.</summary>
    public static Option<string?> Resize { get; } =
        OptionKinds.Choice(
            "--resize",
            "Pictures: crop (default) takes the largest square in the middle, fit stretches, letterbox adds black bars.",
            "crop",
            "fit",
            "letterbox"
        );

    /// <summary>How many broken ones are left out.</summary>
    public static Option<int?> MaxBroken { get; } =
        OptionKinds.Whole(
            "--max-broken",
            "Pictures: how many broken ones may be left out, each listed; 0 by default.",
            "N"
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } = [Size, Color, Resize, MaxBroken];

    /// <summary>Options for pictures where there are none.</summary>
    public static IEnumerable<string> FindSurplus(CommandResult given)
    {
        if (
            !PictureSource.IsPictures(given.GetValue(SharedOptions.Data))
            && All.FirstOrDefault(given.Has) is { } surplus
        )
        {
            yield return $"{surplus.Name} is for pictures; expected --data to be a folder of them or a .csv file that lists some.";
        }
    }
}
