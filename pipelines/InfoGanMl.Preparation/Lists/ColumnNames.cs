using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Lists;

/// <summary>What the columns of a table are called, in any case; a space or a dash is as good as an underscore.</summary>
/// <param name="table">What messages call the table.</param>
/// <param name="names">The names of all columns.</param>
internal sealed class ColumnNames(string table, IReadOnlyList<string> names)
{
    private const int MostListed = 20;

    // The first that is there counts: FER2013 has emotions.
    private static readonly string[] LabelNames =
    [
        "label",
        "labels",
        "class",
        "class_name",
        "category",
        "target",
        "emotion",
    ];
    private static readonly string[] SplitNames = ["split", "set", "subset", "partition", "usage"];

    private readonly string[] _names = [.. names.Select(Normalize)];

    /// <summary>The first of these that is there; null without.</summary>
    public int? Find(params IReadOnlyList<string> candidates) =>
        candidates.Select(name => Array.IndexOf(_names, name)).FirstOrDefault(index => index >= 0, -1)
            is >= 0
                and var found
            ? found
            : null;

    /// <summary>The column that names the class; null without.</summary>
    /// <param name="asked">Its name; null for a usual one.</param>
    /// <exception cref="InvalidPictureListException">There is none of the name that is asked for.</exception>
    public int? FindLabel(string? asked) =>
        asked is null ? Find(LabelNames) : Find(Normalize(asked)) ?? throw Refuse($"a column {asked}, as asked for");

    /// <summary>The column that says what a picture is for; null without.</summary>
    public int? FindSplit() => Find(SplitNames);

    /// <summary>The columns that have none of these names, nor one that is usual for a class or a split.</summary>
    public IEnumerable<int> FindOthers(IReadOnlyList<string> known)
    {
        string[] all = [.. known.Select(Normalize), .. LabelNames, .. SplitNames];
        return Enumerable.Range(0, _names.Length).Where(i => !all.Contains(_names[i]));
    }

    /// <summary>The exception for a column that is missing.</summary>
    public InvalidPictureListException Refuse(string expected) =>
        new(
            table,
            $"the columns {string.Join(", ", names.Take(MostListed))}"
                + (names.Count > MostListed ? $" and {names.Count - MostListed} more" : ""),
            expected
        );

    private static string Normalize(string name) => name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
