using InfoGanMl.Pictures;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Folders;

/// <summary>The pictures in a folder and those below it.</summary>
internal static class FolderPictures
{
    /// <summary>Finds them.</summary>
    /// <exception cref="PreparationException">There are none, or their folders contradict each other.</exception>
    public static PictureList Find(FolderWalk walk)
    {
        var (folder, files) = (walk.Root, walk.Files);
        var found = files.Where(file => PictureKinds.Include(file.Path)).ToList();
        var others = Describe(files.Where(file => !PictureKinds.Include(file.Path)));
        var links = walk.Links.Count == 0 ? null : Few.Describe(walk.Links, "link");
        if (found.Count == 0)
        {
            throw new PreparationException(
                $"no pictures in {folder}"
                    + (others is null ? "" : $", only {others}")
                    + (links is null ? "" : $"; {links}"),
                $"files that end in {string.Join(", ", PictureKinds.Extensions)}, there or in sub-folders",
                links is null || walk.FollowsLinks
                    ? "Check the path, or convert the pictures."
                    : "Follow the links, or check the path."
            );
        }

        var (sorted, notes) = FolderClasses.Sort([.. found.OrderBy(picture => picture.Path, StringComparer.Ordinal)]);
        return PictureList.Complete(
            folder,
            sorted,
            [
                .. notes,
                .. others is null ? (string[])[] : [$"Left out: {others}."],
                .. links is null ? (string[])[] : [$"{(walk.FollowsLinks ? "Followed" : "Left out")}: {links}."],
            ]
        );
    }

    private static string? Describe(IEnumerable<SourcePicture> others)
    {
        var kinds = others
            .CountBy(file => Path.GetExtension(file.Path))
            .OrderBy(kind => kind.Key, StringComparer.Ordinal);
        string[] all = [.. kinds.Select(kind => $"{kind.Value} {(kind.Key == "" ? "without extension" : kind.Key)}")];
        return all.Length == 0 ? null : string.Join(", ", all);
    }
}
