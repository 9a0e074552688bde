using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Lists;

/// <summary>Which columns of a list say what; null for those that it does not have.</summary>
/// <param name="Path">The file of a picture.</param>
/// <param name="Label">Its class.</param>
/// <param name="Split">What it is for.</param>
internal sealed record ListColumns(int Path, int? Label, int? Split)
{
    private const int MostListed = 20;

    // The first that is there counts: Kaggle's lists have an id, those of Hugging Face a file_name.
    private static readonly string[] PathNames =
    [
        "path",
        "file_path",
        "filepath",
        "image_path",
        "file_name",
        "filename",
        "file",
        "image_name",
        "image_id",
        "image",
        "img",
        "id_code",
        "id",
    ];

    /// <summary>What a column of classes is called, in lower case.</summary>
    public static IReadOnlyList<string> LabelNames { get; } =
    ["label", "labels", "class", "class_name", "category", "target"];
    private static readonly string[] SplitNames = ["split", "set", "subset", "partition"];

    /// <summary>Finds them by their names, in any case; a space or a dash is as good as an underscore.</summary>
    /// <param name="list">What messages call the list.</param>
    /// <param name="names">The names of all columns.</param>
    /// <param name="label">The one that names the class; null for a usual name.</param>
    /// <exception cref="InvalidPictureListException">There is none of paths, or none of that label.</exception>
    public static ListColumns Find(string list, IReadOnlyList<string> names, string? label)
    {
        string[] known = [.. names.Select(Normalize)];
        var path =
            IndexOf(PathNames)
            ?? throw Refuse("a header with path, file_name or image_id and, if there are, label and split");
        var labels = IndexOf(label is null ? LabelNames : [Normalize(label)]);
        return label is null || labels is not null
            ? new(path, labels, IndexOf(SplitNames))
            : throw Refuse($"a column {label}, as asked for");

        int? IndexOf(IReadOnlyList<string> candidates) =>
            candidates.Select(name => Array.IndexOf(known, name)).FirstOrDefault(index => index >= 0, -1)
                is >= 0
                    and var found
                ? found
                : null;

        InvalidPictureListException Refuse(string expected) => new(list, $"the columns {Describe(names)}", expected);
    }

    private static string Describe(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostListed))
        + (names.Count > MostListed ? $" and {names.Count - MostListed} more" : "");

    private static string Normalize(string name) => name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
