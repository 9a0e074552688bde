using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.Models.Images;

namespace InfoGanMl.CommandLine.Options;

/// <summary>What becomes of pictures, where <see cref="SharedOptions.Data"/> is a folder of them.</summary>
public static class PictureOptions
{
    /// <summary>The word that leaves a choice to whoever prepares the pictures.</summary>
    public const string Auto = "auto";

    /// <summary>Side of the images.</summary>
    public static Option<int?> Size { get; } =
        OptionKinds.Whole(
            "--size",
            "Pictures: height and width of the images, 28, 32, 64, 96 or 128; by default 64 of photographs in color, 32 of all else.",
            "PIXELS"
        );

    /// <summary>Gray or RGB.</summary>
    public static Option<string?> Color { get; } =
        OptionKinds.Choice(
            "--color",
            "Pictures: auto (default) makes RGB images when any picture has color.",
            Auto,
            "gray",
            "rgb"
        );

    /// <summary>How a picture becomes a square.</summary>
    public static Option<ResizeRule?> Resize { get; } =
        OptionKinds.Choice<ResizeRule>(
            "--resize",
            "Pictures: crop (default) takes the largest square in the middle, fit stretches, letterbox adds bars."
        );

    /// <summary>What bars and transparent parts become.</summary>
    public static Option<string?> Background { get; } =
        OptionKinds.Choice(
            "--background",
            "Pictures: what bars and transparent parts become; auto (default) is black where some are inverted, and else what "
                + "most pictures stand on.",
            Auto,
            "black",
            "white"
        );

    /// <summary>Whether light and dark are exchanged.</summary>
    public static Option<Inversion?> Invert { get; } =
        OptionKinds.Choice<Inversion>(
            "--invert",
            "Pictures: exchange light and dark; auto (default) does it with gray ones that stand on white, or else on the opposite of "
                + "the background."
        );

    /// <summary>Whether the values of 16-bit pictures are stretched.</summary>
    public static Option<string?> Stretch { get; } =
        OptionKinds.Choice(
            "--stretch",
            "Pictures: auto (default) stretches the values of 16-bit ones to the whole range where all fit into fewer bits.",
            Auto,
            "false"
        );

    /// <summary>Whether links are followed.</summary>
    public static Option<bool> FollowLinks { get; } =
        OptionKinds.Flag(
            "--follow-links",
            "Pictures: follow links, wherever they lead; otherwise they are left out, and counted."
        );

    /// <summary>Which column of a list or a table names the class.</summary>
    public static Option<string?> Label { get; } =
        OptionKinds.Text(
            "--label",
            "Lists and tables: the column that names the class; by default the one that is called label, class, category, "
                + "target or emotion.",
            "COLUMN"
        );

    /// <summary>How many broken ones are left out.</summary>
    public static Option<int?> MaxBroken { get; } =
        OptionKinds.Whole(
            "--max-broken",
            "Pictures: how many broken ones may be left out, each listed; 0 by default.",
            "N"
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [Size, Color, Resize, Background, Invert, Stretch, FollowLinks, Label, MaxBroken];

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
