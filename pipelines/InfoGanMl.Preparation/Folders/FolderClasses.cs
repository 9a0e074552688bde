using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Folders;

/// <summary>What the folders of pictures say about them: a class, and whether they are to train or to test on.</summary>
internal static class FolderClasses
{
    /// <summary>
    /// Folders around all pictures say nothing. Of the others the first in a path names the class; where there are folders of a
    /// split, these are the parts, and the classes are below them. Pictures beside the folders of classes are of an unknown
    /// class, and those beside a split are left out, as nothing says what they are for.
    /// </summary>
    /// <param name="pictures">All pictures.</param>
    /// <returns>The same with class and part, and what the user should know of that.</returns>
    /// <exception cref="PreparationException">Some are in folders of one part of a split, and others are not.</exception>
    public static (IReadOnlyList<SourcePicture> Pictures, IReadOnlyList<string> Notes) Sort(
        IReadOnlyList<SourcePicture> pictures
    )
    {
        var around = FindAround(pictures);
        var below = pictures.Select(picture => new Placed(picture, Below(picture.Path, around))).ToList();
        string[] notes =
            around.Length > 0
                ? [$"The folder {around.TrimEnd('/')} is around all others, and taken for no class."]
                : [];
        var split = below.Where(picture => PartOf(picture.Path) is not null).ToList();
        var (sorted, more) =
            split.Count == 0
                ? (WithClasses(below), DescribeUnknown(below))
                : SortParts(split, [.. below.Except(split).Select(picture => picture.Picture.Path)]);
        return (sorted, [.. notes, .. more]);
    }

    private static (SourcePicture[] Pictures, IEnumerable<string> Notes) SortParts(
        IReadOnlyList<Placed> split,
        IReadOnlyList<string> beside
    )
    {
        RequireBoth(split, beside);
        var named = split.GroupBy(picture => PartOf(picture.Path)!.Value, picture => FirstFolder(picture.Path)!);
        var folders = named.ToDictionary(part => part.Key, part => string.Join(", ", part.Distinct().Order()));
        var parts = split.Select(p => new Placed(p.Picture with { Part = PartOf(p.Path) }, Below(p.Path))).ToList();
        return (
            WithClasses(parts),
            [
                $"To train on: {folders[Part.Train]}. Held out for the scores: {folders[Part.Test]}.",
                .. beside.Count == 0
                    ? (string[])[]
                    : [$"Left out: {Few.Describe(beside, "picture")} beside these folders."],
                .. DescribeUnknown(parts),
            ]
        );
    }

    /// <summary>
    /// The folders that all others are in, as archives and splits of one part have them; a class is no such one. Pictures may lie
    /// beside such a folder, unless it is a part: then nothing says what they are for.
    /// </summary>
    private static string FindAround(IReadOnlyList<SourcePicture> pictures)
    {
        var (around, below) = ("", pictures.Select(picture => picture.Path).ToList());
        while (below.Select(FirstFolder).OfType<string>().Distinct().Take(2).ToList() is [var folder])
        {
            var inside = below.Where(path => FirstFolder(path) is not null).Select(Below).ToList();
            var saysNothing = PartNames.Find(folder) is null
                ? inside.Any(path => FirstFolder(path) is not null)
                : inside.Count == below.Count;
            if (!saysNothing)
            {
                break;
            }

            (around, below) = ($"{around}{folder}/", inside);
        }

        return around;
    }

    private static void RequireBoth(IReadOnlyList<Placed> split, IReadOnlyList<string> beside)
    {
        if (split.Select(picture => PartOf(picture.Path)).Distinct().Count() < 2)
        {
            throw new PreparationException(
                string.Join(" and ", [split[0].Picture.Path, .. beside.Take(1)]),
                $"pictures in a folder to train on and in one to test on ({string.Join(", ", PartNames.All)}); or no folders of these "
                    + "names",
                "Move or rename them."
            );
        }
    }

    private static SourcePicture[] WithClasses(IReadOnlyList<Placed> pictures) =>
        [.. pictures.Select(picture => picture.Picture with { Class = FirstFolder(picture.Path) })];

    private static IEnumerable<string> DescribeUnknown(IReadOnlyList<Placed> pictures)
    {
        var flat = pictures.Where(picture => FirstFolder(picture.Path) is null).Select(p => p.Picture.Path).ToList();
        return flat.Count == 0 || flat.Count == pictures.Count
            ? []
            : [$"In no folder of a class: {Few.Describe(flat, "picture")}."];
    }

    private static Part? PartOf(string path) => FirstFolder(path) is { } folder ? PartNames.Find(folder) : null;

    private static string? FirstFolder(string path) => path.IndexOf('/') is > 0 and var end ? path[..end] : null;

    private static string Below(string path) => path[(path.IndexOf('/') + 1)..];

    /// <summary>The path from a folder on; of what lies beside the folder the name.</summary>
    private static string Below(string path, string around) =>
        path.StartsWith(around, StringComparison.Ordinal) ? path[around.Length..] : path[(path.LastIndexOf('/') + 1)..];

    /// <summary>A picture, and its path below what says nothing.</summary>
    private sealed record Placed(SourcePicture Picture, string Path);
}
