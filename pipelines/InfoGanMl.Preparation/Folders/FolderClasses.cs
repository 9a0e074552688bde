using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Folders;

/// <summary>What the folders of pictures say about them: a class, and whether they are to train or to test on.</summary>
internal static class FolderClasses
{
    /// <summary>
    /// Folders around all pictures say nothing. Of the others the first in a path names the class; where there are folders of a
    /// split, these are the parts, and the classes are below them.
    /// </summary>
    /// <param name="pictures">All pictures.</param>
    /// <returns>The same with class and part, and what the user should know of that.</returns>
    /// <exception cref="PreparationException">Some are in folders of a split and others not, or in classes and others not.</exception>
    public static (IReadOnlyList<SourcePicture> Pictures, IReadOnlyList<string> Notes) Sort(
        IReadOnlyList<SourcePicture> pictures
    )
    {
        var around = FindAround(pictures);
        var below = pictures.Select(picture => (Picture: picture, Path: picture.Path[around.Length..])).ToList();
        string[] notes =
            around.Length > 0 ? [$"All pictures are in {around.TrimEnd('/')}, which is taken for no class."] : [];
        var split = below.Where(picture => PartOf(picture.Path) is not null).ToList();
        if (split.Count == 0)
        {
            return (WithClasses(below), notes);
        }

        RequireSplit(below);
        var named = split.GroupBy(picture => PartOf(picture.Path)!.Value, picture => FirstFolder(picture.Path)!);
        var folders = named.ToDictionary(part => part.Key, part => string.Join(", ", part.Distinct().Order()));
        var parts = below.Select(p => (p.Picture with { Part = PartOf(p.Path) }, Path: Below(p.Path)));
        return (
            WithClasses([.. parts]),
            [.. notes, $"To train on: {folders[Part.Train]}. Held out for the scores: {folders[Part.Test]}."]
        );
    }

    /// <summary>The folders that all pictures are in, as archives and splits of one part have them; a class is no such one.</summary>
    private static string FindAround(IReadOnlyList<SourcePicture> pictures)
    {
        var around = "";
        while (
            FirstFolder(pictures[0].Path[around.Length..]) is { } folder
            && pictures.All(picture => picture.Path[around.Length..].StartsWith($"{folder}/", StringComparison.Ordinal))
        )
        {
            var length = around.Length + folder.Length + 1;
            var isDeeper = pictures.Any(picture => FirstFolder(picture.Path[length..]) is not null);
            if (!isDeeper && PartNames.Find(folder) is null)
            {
                break;
            }

            around = pictures[0].Path[..length];
        }

        return around;
    }

    private static void RequireSplit(IReadOnlyList<(SourcePicture Picture, string Path)> below)
    {
        var train = below.FirstOrDefault(picture => PartOf(picture.Path) == Part.Train).Picture;
        var test = below.FirstOrDefault(picture => PartOf(picture.Path) == Part.Test).Picture;
        var neither = below.FirstOrDefault(picture => PartOf(picture.Path) is null).Picture;
        if (train is null || test is null || neither is not null)
        {
            throw new PreparationException(
                string.Join(" and ", new[] { train ?? test, neither }.OfType<SourcePicture>().Select(p => p.Path)),
                $"pictures in a folder to train on and in one to test on, and nowhere else ({string.Join(", ", PartNames.All)}); or no "
                    + "folders of these names",
                "Move or rename them."
            );
        }
    }

    private static SourcePicture[] WithClasses(IReadOnlyList<(SourcePicture Picture, string Path)> pictures)
    {
        var flat = pictures.FirstOrDefault(picture => FirstFolder(picture.Path) is null).Picture;
        var sorted = pictures.FirstOrDefault(picture => FirstFolder(picture.Path) is not null).Picture;
        return flat is null || sorted is null
            ? [.. pictures.Select(picture => picture.Picture with { Class = FirstFolder(picture.Path) })]
            : throw new PreparationException(
                $"{flat.Path} in no class beside {sorted.Path}",
                "all pictures in folders, which are their classes, or none",
                "Move them."
            );
    }

    private static Part? PartOf(string path) => FirstFolder(path) is { } folder ? PartNames.Find(folder) : null;

    private static string? FirstFolder(string path) => path.IndexOf('/') is > 0 and var end ? path[..end] : null;

    private static string Below(string path) => path[(path.IndexOf('/') + 1)..];
}
