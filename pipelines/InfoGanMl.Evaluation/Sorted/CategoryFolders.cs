namespace InfoGanMl.Evaluation.Sorted;

/// <summary>A folder of links for each category, to look at pictures where they were sorted to; the pictures stay where they are.</summary>
public static class CategoryFolders
{
    /// <summary>Name of the folder of all.</summary>
    public const string Name = "sorted";

    /// <summary>Makes them anew.</summary>
    /// <param name="folder">The folder of all; one that was made here before is replaced.</param>
    /// <param name="answers">What Q says of every picture.</param>
    /// <param name="root">Full path of the folder that their paths start from.</param>
    /// <param name="nameOf">Name of a category of the first code; null where it has none.</param>
    /// <exception cref="IOException">The system or the user may make no links, or something else is there.</exception>
    public static void Write(
        string folder,
        IReadOnlyList<PictureAnswer> answers,
        string root,
        Func<int, string?> nameOf
    )
    {
        Remove(folder);
        foreach (var answer in answers)
        {
            var category = answer.Categories[0];
            var name = nameOf(category) is { } named ? $"{category} {named.Replace('/', '-')}" : $"{category}";
            var link = Path.Combine(folder, name, answer.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            File.CreateSymbolicLink(link, Path.GetFullPath(Path.Combine(root, answer.Path)));
        }
    }

    /// <summary>Nothing but links and the folders around them is ever removed.</summary>
    private static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var own = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories);
        if (own.FirstOrDefault(file => File.ResolveLinkTarget(file, returnFinalTarget: false) is null) is { } other)
        {
            throw new IOException($"The folder {folder} cannot be made anew: '{other}' in it is no link.");
        }

        Directory.Delete(folder, recursive: true);
    }
}
