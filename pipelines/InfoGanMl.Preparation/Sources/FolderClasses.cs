using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Sources;

/// <summary>What the folders of pictures say about them: a class, and whether they are to train or to test on.</summary>
internal static class FolderClasses
{
    /// <summary>
    /// The first folder of a path names the class. Where there are folders <c>train</c> and <c>test</c>, they are the parts, and
    /// the classes are below them.
    /// </summary>
    /// <exception cref="PreparationException">There is one of the two alone, or classes for some pictures alone.</exception>
    public static IReadOnlyList<SourcePicture> Sort(IReadOnlyList<SourcePicture> pictures)
    {
        var withTrain = pictures.FirstOrDefault(picture => PartOf(picture) == Part.Train);
        var withTest = pictures.FirstOrDefault(picture => PartOf(picture) == Part.Test);
        if (withTrain is null && withTest is null)
        {
            return WithClasses([.. pictures.Select(picture => (picture, picture.Path))]);
        }

        var without = pictures.FirstOrDefault(picture => PartOf(picture) is null);
        if (withTrain is null || withTest is null || without is not null)
        {
            var found = (withTrain ?? withTest)!.Path + (without is null ? "" : $" and {without.Path}");
            throw new PreparationException(
                found,
                "pictures in both a folder train and a folder test, and nowhere else; or no folders of these names",
                "Move or rename them."
            );
        }

        return WithClasses([
            .. pictures.Select(picture => (picture with { Part = PartOf(picture) }, Below(picture.Path))),
        ]);
    }

    private static SourcePicture[] WithClasses((SourcePicture Picture, string Path)[] pictures)
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

    private static Part? PartOf(SourcePicture picture) =>
        FirstFolder(picture.Path) is not { } folder ? null
        : folder.Equals("train", StringComparison.OrdinalIgnoreCase) ? Part.Train
        : folder.Equals("test", StringComparison.OrdinalIgnoreCase) ? Part.Test
        : null;

    private static string? FirstFolder(string path) => path.IndexOf('/') is > 0 and var end ? path[..end] : null;

    private static string Below(string path) => path[(path.IndexOf('/') + 1)..];
}
