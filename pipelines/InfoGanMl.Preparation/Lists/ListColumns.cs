using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Lists;

/// <summary>Which columns of a list say what; null for those that it does not have.</summary>
/// <param name="Path">The file of a picture.</param>
/// <param name="Label">Its class.</param>
/// <param name="Split">What it is for.</param>
internal sealed record ListColumns(int Path, int? Label, int? Split)
{
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

    /// <summary>Finds them by their names.</summary>
    /// <param name="list">What messages call the list.</param>
    /// <param name="names">The names of all columns.</param>
    /// <param name="label">The one that names the class; null for a usual name.</param>
    /// <exception cref="InvalidPictureListException">There is none of paths, or none of that label.</exception>
    public static ListColumns Find(string list, IReadOnlyList<string> names, string? label)
    {
        var columns = new ColumnNames(list, names);
        var path =
            columns.Find(PathNames)
            ?? throw columns.Refuse("a header with path, file_name or image_id and, if there are, label and split");
        return new(path, columns.FindLabel(label), columns.FindSplit());
    }
}
