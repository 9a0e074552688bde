using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Pipelines.Naming;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>Agreement between categories found without labels and classes. 1 is perfect in all of them.</summary>
public static class ClusteringMetrics
{
    /// <summary>One-to-one accuracy.</summary>
    public static readonly FigureKind Accuracy = new(
        "accuracy_one_to_one",
        "One-to-one accuracy",
        Unit.Share,
        "Share of test images in the category that is matched to their class, one category to one class."
    )
    {
        Paper = "Kuhn 1955, the Hungarian method",
        Column = "Accuracy",
        Cards = Cards.Labels,
        Shown = Shown.Console | Shown.ModelCard | Shown.Comparison | Shown.Presets | Shown.Runs,
    };

    /// <summary>Purity.</summary>
    public static readonly FigureKind Purity = new(
        "purity",
        "Purity",
        Unit.Share,
        "Share of test images that belong to the commonest class of their category; several categories may share a class."
    )
    {
        Cards = Cards.Labels,
        Shown = Shown.Console | Shown.ModelCard,
    };

    /// <summary>Normalized mutual information.</summary>
    public static readonly FigureKind Nmi = new(
        "nmi",
        "Normalized mutual information",
        Unit.Score,
        "How much the category tells about the class, from 0 for nothing to 1 for everything."
    )
    {
        Paper = "Vinh et al. 2010, NMI_sum",
        Column = "NMI",
        Cards = Cards.Labels,
        Shown = Shown.Console | Shown.ModelCard | Shown.Comparison | Shown.Runs,
    };

    /// <summary>Adjusted Rand index.</summary>
    public static readonly FigureKind Ari = new(
        "ari",
        "Adjusted Rand index",
        Unit.Score,
        "Share of pairs of images that category and class agree on, corrected for chance: 0 is chance, 1 is perfect."
    )
    {
        Paper = "Hubert and Arabie 1985, eq. 5",
        Cards = Cards.Labels,
        Shown = Shown.Console | Shown.ModelCard,
    };

    /// <summary>One-to-one accuracy of each of several codes.</summary>
    public static readonly FigureKind AccuracyOfCode = new(
        "categorical_codes.{code}.accuracy_one_to_one",
        "One-to-one accuracy of {code}",
        Unit.Share,
        "Share of test images in the category of this code that is matched to their class; no code was picked by it."
    )
    {
        Paper = "Kuhn 1955, the Hungarian method",
        Column = "Accuracy",
        Shown = Shown.Console | Shown.ModelCard,
    };

    /// <summary>Normalized mutual information of each of several codes.</summary>
    public static readonly FigureKind NmiOfCode = new(
        "categorical_codes.{code}.nmi",
        "Normalized mutual information of {code}",
        Unit.Score,
        "How much the category of this code tells about the class, from 0 for nothing to 1 for everything."
    )
    {
        Paper = "Vinh et al. 2010, NMI_sum",
        Column = "NMI",
        Shown = Shown.Console,
    };

    /// <summary>
    /// Share of images in the category matched to their class, under the best matching of one category to one class (Kuhn
    /// 1955); with more categories than classes, images in the surplus ones count as wrong.
    /// </summary>
    public static double AccuracyOneToOne(ContingencyTable table) =>
        (double)MatchClasses(table).Select((c, category) => c < 0 ? 0 : table[category, c]).Sum() / table.Total;

    /// <summary>The matching behind <see cref="AccuracyOneToOne"/>.</summary>
    /// <returns>
    /// The class of each category; -1 for a category without one, be it surplus or left with a class that it shares no image
    /// with, which would be an arbitrary choice.
    /// </returns>
    public static IReadOnlyList<int> MatchClasses(ContingencyTable table)
    {
        var gains = new double[table.CategorySizes.Count, table.ClassSizes.Count];
        foreach (var (category, @class) in Cells(table))
        {
            gains[category, @class] = table[category, @class];
        }

        var classOf = OptimalAssignment.Maximize(gains);
        return [.. classOf.Select((c, category) => c >= 0 && table[category, c] > 0 ? c : -1)];
    }

    /// <summary>
    /// Precision and recall of each class, when an image counts as of the class matched to its category.
    /// </summary>
    /// <param name="table">Images by category and class.</param>
    /// <param name="classOf">
    /// The class of each category (<see cref="MatchClasses"/>). A category without one, -1 or past the end of the list, finds
    /// no class.
    /// </param>
    /// <returns>One for each class of the table.</returns>
    public static IReadOnlyList<ClassScore> PrecisionAndRecall(ContingencyTable table, IReadOnlyList<int> classOf)
    {
        var categories = Enumerable.Range(0, Math.Min(table.CategorySizes.Count, classOf.Count));
        return
        [
            .. from @class in table.ClassSizes.Index()
            let matched = categories.Where(category => classOf[category] == @class.Index)
            let found = matched.Sum(category => table.CategorySizes[category])
            let right = matched.Sum(category => table[category, @class.Index])
            select new ClassScore(@class.Item, Share(right, found), Share(right, @class.Item)),
        ];
    }

    /// <summary>Share of images that belong to the commonest class of their category; it can only grow with the number of categories.</summary>
    public static double PurityOf(ContingencyTable table) =>
        (double)
            Cells(table).GroupBy(cell => cell.Category, cell => table[cell.Category, cell.Class]).Sum(row => row.Max())
        / table.Total;

    /// <summary>
    /// Mutual information between categories and classes over the arithmetic mean of their entropies (Vinh et al. 2010,
    /// NMI_sum); 0 when they are independent, 1 when both are constant.
    /// </summary>
    public static double NormalizedMutualInformation(ContingencyTable table)
    {
        var entropies = Entropy(table.CategorySizes, table.Total) + Entropy(table.ClassSizes, table.Total);
        var joint = Entropy(Cells(table).Select(cell => table[cell.Category, cell.Class]), table.Total);
        // I = H(category) + H(class) − H(category, class); rounding could leave it a little below 0
        return entropies == 0 ? 1 : Math.Max(0, 2 * (entropies - joint) / entropies);
    }

    /// <summary>
    /// Share of agreeing pairs of images, corrected for chance (Hubert and Arabie 1985, eq. 5); 0 on average for random
    /// categories.
    /// </summary>
    public static double AdjustedRandIndex(ContingencyTable table)
    {
        var together = Cells(table).Sum(cell => Pairs(table[cell.Category, cell.Class]));
        var inCategories = table.CategorySizes.Sum(Pairs);
        var inClasses = table.ClassSizes.Sum(Pairs);
        var byChance = inCategories * inClasses / Math.Max(1, Pairs(table.Total));
        var most = (inCategories + inClasses) / 2;
        return most == byChance ? 1 : (together - byChance) / (most - byChance);
    }

    private static IEnumerable<(int Category, int Class)> Cells(ContingencyTable table) =>
        from category in Enumerable.Range(0, table.CategorySizes.Count)
        from @class in Enumerable.Range(0, table.ClassSizes.Count)
        select (category, @class);

    /// <summary>In nats, of the distribution given by counts.</summary>
    private static double Entropy(IEnumerable<int> counts, double total) =>
        -counts.Where(count => count > 0).Sum(count => count / total * Math.Log(count / total));

    private static double? Share(int part, int all) => all == 0 ? null : (double)part / all;

    private static double Pairs(int count) => count * (count - 1.0) / 2;
}

/// <summary>How one class is found.</summary>
/// <param name="Images">Test images of the class.</param>
/// <param name="Precision">Share of the images in its category that are of the class; null where the category is empty or there is none.</param>
/// <param name="Recall">Share of its images that are in its category; null where it has no images.</param>
public sealed record ClassScore(int Images, double? Precision, double? Recall);
