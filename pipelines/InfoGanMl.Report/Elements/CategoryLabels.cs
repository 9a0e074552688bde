using InfoGanMl.Evaluation.Categories;

namespace InfoGanMl.Report.Elements;

/// <summary>What categories are called, and in which order they stand throughout the report.</summary>
internal sealed class CategoryLabels
{
    /// <summary>Pictures of more categories make a page that nobody reads and few can load.</summary>
    private const int MostPictured = 20;

    private readonly IReadOnlyList<int> _sizes;
    private readonly IReadOnlyList<string> _classes;
    private readonly IReadOnlyList<int> _classOf;

    public CategoryLabels(SortingScores sorting)
    {
        _sizes = sorting.Categories.Sizes;
        var categories = Enumerable.Range(0, _sizes.Count);
        _classes = sorting.Classes?.Names ?? [];
        _classOf = sorting.Classes?.ClassOf ?? [.. categories.Select(_ => -1)];
        Order = [.. categories.OrderBy(category => _classOf[category] < 0).ThenBy(category => _classOf[category])];
        Classes = [.. Enumerable.Range(0, _classes.Count).OrderBy(label => !_classOf.Contains(label))];
    }

    /// <summary>The categories in the order of their classes, those without a class last.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>The categories that pictures are shown of: those with most test images, in the order of all.</summary>
    public IReadOnlyList<int> Pictured =>
        Order.Count <= MostPictured
            ? Order
            :
            [
                .. Order.Where(
                    Order.OrderByDescending(category => _sizes[category]).Take(MostPictured).ToHashSet().Contains
                ),
            ];

    /// <summary>Says that not all categories are pictured; null where they are.</summary>
    public string? PicturedNote =>
        Order.Count <= MostPictured
            ? null
            : $"Of {Order.Count} categories the {MostPictured} with most test images are shown.";

    /// <summary>The classes that categories were matched to, then the others: both orders make matched pairs a diagonal.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>Name of a class.</summary>
    public string OfClass(int label) => _classes[label];

    /// <summary>Name of the class matched to a category; null for none.</summary>
    public string? ClassOf(int category) => _classOf[category] < 0 ? null : _classes[_classOf[category]];

    /// <summary>Whether a class is the one matched to a category.</summary>
    public bool AreMatched(int category, int label) => _classOf[category] == label;

    /// <summary>Number and class of a category in a few characters.</summary>
    public string Short(int category) => ClassOf(category) is { } name ? $"{category} → {name}" : $"{category}";

    /// <summary>The same in words.</summary>
    public string Long(int category) =>
        ClassOf(category) is { } name ? $"category {category} ({name})" : $"category {category}";
}
