using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Codes;

/// <summary>How closely a measured property of generated images follows a continuous code.</summary>
/// <param name="Code">Name of the code.</param>
/// <param name="Property">What is measured on each image: slant, thickness, width, height or ink.</param>
/// <param name="Spearman">Rank correlation over all images, from -1 to 1.</param>
/// <param name="SpearmanWithinCategory">
/// Mean over the categories of the first categorical code of the rank correlation within each, so that properties in which
/// classes differ anyway count less; null without such a code.
/// </param>
public sealed record CodeMeaning(string Code, string Property, double Spearman, double? SpearmanWithinCategory)
{
    /// <summary>Rank correlation over all images.</summary>
    public static readonly FigureKind Overall = new(
        "code_meanings.{code}.{property}.spearman",
        "{code} against {property}",
        Unit.Correlation,
        "How closely the {property} measured on generated images follows the code, from -1 to 1."
    )
    {
        Paper = "Spearman 1904",
        Basis = Basis.GeneratedImages,
        Column = "Rank correlation",
        Shown = Shown.Console | Shown.ModelCard | Shown.Presets | Shown.Runs,
        Summary = figures => Least(Best(figures).Select(best => (double?)best.Spearman)),
    };

    /// <summary>Rank correlation within each category.</summary>
    public static readonly FigureKind WithinCategory = new(
        "code_meanings.{code}.{property}.spearman_within_category",
        "{code} against {property}, within a category",
        Unit.Correlation,
        "The same within each category, mean over the categories."
    )
    {
        Paper = "Spearman 1904",
        Basis = Basis.GeneratedImages,
        Column = "Within categories",
        Shown = Shown.Console | Shown.ModelCard | Shown.Presets,
        Summary = figures => Least(Best(figures).Select(best => best.SpearmanWithinCategory)),
    };

    /// <summary>Every code with every property, as figures tell them.</summary>
    public static IReadOnlyList<CodeMeaning> All(FigureSet figures) =>
        [
            .. from overall in figures.All(Overall)
            let names = overall.Parameters
            select new CodeMeaning(
                names[0],
                names[1],
                overall.Value,
                figures[WithinCategory, names[0], names[1]]?.Value
            ),
        ];

    /// <summary>For each code the property that follows it best over all images.</summary>
    public static IEnumerable<CodeMeaning> Best(FigureSet figures) =>
        All(figures)
            .GroupBy(meaning => meaning.Code)
            .Select(code => code.MaxBy(meaning => Math.Abs(meaning.Spearman))!);

    /// <summary>Of the code where it is lowest, without its sign.</summary>
    private static double? Least(IEnumerable<double?> correlations) =>
        correlations.OfType<double>().Select(value => (double?)Math.Abs(value)).Min();
}
