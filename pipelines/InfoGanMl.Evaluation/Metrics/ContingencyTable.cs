namespace InfoGanMl.Evaluation.Metrics;

/// <summary>How many images of each class fell into each category; the clustering metrics are functions of it.</summary>
public sealed class ContingencyTable
{
    private readonly int[,] _counts;

    private ContingencyTable(int[,] counts)
    {
        _counts = counts;
        var (categories, classes) = (counts.GetLength(0), counts.GetLength(1));
        CategorySizes =
        [
            .. Enumerable.Range(0, categories).Select(row => Enumerable.Range(0, classes).Sum(c => this[row, c])),
        ];
        ClassSizes =
        [
            .. Enumerable.Range(0, classes).Select(c => Enumerable.Range(0, categories).Sum(row => this[row, c])),
        ];
        Total = CategorySizes.Sum();
    }

    /// <summary>Images in each category.</summary>
    public IReadOnlyList<int> CategorySizes { get; }

    /// <summary>Images of each class.</summary>
    public IReadOnlyList<int> ClassSizes { get; }

    /// <summary>Images in all, at least 1.</summary>
    public int Total { get; }

    /// <summary>Images of that class in that category.</summary>
    public int this[int category, int @class] => _counts[category, @class];

    /// <summary>Counts images.</summary>
    /// <param name="categories">[N] the category of each image, from 0.</param>
    /// <param name="classes">[N] the class of each image, from 0.</param>
    /// <exception cref="ArgumentException">There are no images, or the lists are of different length.</exception>
    public static ContingencyTable Count(IReadOnlyList<int> categories, IReadOnlyList<int> classes)
    {
        if (categories.Count == 0 || categories.Count != classes.Count)
        {
            throw new ArgumentException(
                $"Found {categories.Count} categories and {classes.Count} classes; expected as many, and at least one.",
                nameof(categories)
            );
        }

        var counts = new int[categories.Max() + 1, classes.Max() + 1];
        foreach (var (category, @class) in categories.Zip(classes))
        {
            counts[category, @class]++;
        }

        return new(counts);
    }

    /// <summary>Makes a table of counts.</summary>
    /// <param name="counts">[categories, classes] images; copied.</param>
    /// <exception cref="ArgumentException">A count is negative, or there are no images.</exception>
    public static ContingencyTable Of(int[,] counts)
    {
        var table = new ContingencyTable((int[,])counts.Clone());
        if (table.Total == 0 || counts.Cast<int>().Any(count => count < 0))
        {
            throw new ArgumentException(
                $"Found {table.Total} images in all, at least {counts.Cast<int>().DefaultIfEmpty(0).Min()} in a cell; expected "
                    + "at least one in all, and none below 0.",
                nameof(counts)
            );
        }

        return table;
    }
}
