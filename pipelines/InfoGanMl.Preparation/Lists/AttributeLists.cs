using InfoGanMl.Models.Files;
using InfoGanMl.Pictures;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Folders;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Lists;

/// <summary>
/// CelebA as it is downloaded: a folder of pictures, a list that says which are to train and to test on, and one of forty
/// attributes, any of which may be the label.
/// </summary>
/// <param name="walk">The folder.</param>
/// <param name="partition">Path of the first list: a picture and 0, 1 or 2 in each line.</param>
/// <param name="attributes">Path of the second: the names of the attributes, then a picture and 1 or -1 for each; null without.</param>
internal sealed class AttributeLists(FolderWalk walk, string partition, string? attributes)
{
    private const long MostBytes = 256L << 20;

    /// <summary>The lists of a folder, as text or as Kaggle's tables; null where they are not there.</summary>
    public static AttributeLists? FindIn(FolderWalk walk)
    {
        return Find("list_eval_partition") is { } partition ? new(walk, partition, Find("list_attr_celeba")) : null;

        string? Find(string name) =>
            walk
                .Files.FirstOrDefault(file =>
                    Path.GetFileNameWithoutExtension(file.Path) == name
                    && Path.GetExtension(file.Path) is ".txt" or ".csv"
                )
                ?.Path;
    }

    /// <summary>The listed pictures; those that are not there count as broken, later.</summary>
    /// <param name="label">The attribute that is the label; null for none.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <exception cref="InvalidPictureListException">A list is damaged, or has no such attribute.</exception>
    public PictureList Read(string? label, CancellationToken cancellation)
    {
        var files = walk
            .Files.Where(file => PictureKinds.Include(file.Path))
            .ToLookup(file => Path.GetFileName(file.Path));
        var classes = label is null ? [] : ReadClasses(label);
        var found = new List<SourcePicture>();
        foreach (var (line, words) in ReadLines(partition))
        {
            cancellation.ThrowIfCancellationRequested();
            if (words is [_, "partition"] && found.Count == 0) // Kaggle's has a header
            {
                continue;
            }

            var part = words is [_, "0" or "1" or "2"]
                ? words[1] == "0"
                    ? Part.Train
                    : Part.Test
                : throw Refuse(partition, line, string.Join(' ', words), "the name of a picture and 0, 1 or 2");
            var file = files[words[0]].FirstOrDefault() ?? new SourcePicture(words[0], null, null, -1, default);
            found.Add(file with { Part = part, Class = classes.GetValueOrDefault(words[0]) });
        }

        string[] note =
            label is null && attributes is not null ? ["The attributes are not read: none is asked for."] : [];
        return PictureList.Complete(walk.Root, found, note);
    }

    /// <summary>The class of each picture: the attribute, or "not" and the attribute.</summary>
    private Dictionary<string, string> ReadClasses(string label)
    {
        var classes = new Dictionary<string, string>();
        string[]? header = null;
        foreach (var (line, words) in ReadLines(attributes ?? partition))
        {
            if (words is [var total] && int.TryParse(total, out _))
            {
                continue; // how many lines there are
            }

            if (header is null)
            {
                header = words[0] == "image_id" ? words : ["image_id", .. words]; // the text names the attributes alone
                continue;
            }

            var column = IndexOf(header, label, line - 1);
            classes[words[0]] =
                words.Length == header.Length && words[column] is "1" or "-1"
                    ? words[column] == "1"
                        ? header[column]
                        : $"not {header[column]}"
                    : throw Refuse(attributes!, line, $"{words.Length} columns", $"a picture, and 1 or -1 for {label}");
        }

        return classes;
    }

    private int IndexOf(string[] names, string label, int line)
    {
        var column = Array.FindIndex(names, name => name.Equals(label, StringComparison.OrdinalIgnoreCase));
        return column >= 0
            ? column
            : throw Refuse(
                attributes ?? partition,
                line,
                string.Join(", ", names),
                $"the attribute {label}, as asked for"
            );
    }

    private IEnumerable<(int Line, string[] Words)> ReadLines(string list)
    {
        var path = Path.Combine(walk.Root, list);
        using var file = BoundedFile.Open(path, MostBytes, (f, e, i) => new InvalidPictureListException(path, f, e, i));
        using var text = new StreamReader(file);
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            if (content.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words)
            {
                yield return (line, words);
            }
        }
    }

    private InvalidPictureListException Refuse(string list, int line, string found, string expected) =>
        new(Path.Combine(walk.Root, list), $"{found} in line {line}", expected);
}
