using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Elements;

/// <summary>The images that sliders change: one of each category, or, where there is none, a few of different noise.</summary>
/// <param name="Lead">What a slider does.</param>
/// <param name="Rows">The rows of a traversal that are shown, from top to bottom.</param>
/// <param name="Caption">The same in words.</param>
internal sealed record PlayerRows(string Lead, IReadOnlyList<PlayerRow> Rows, string Caption)
{
    /// <param name="names">Null for a model without a categorical code.</param>
    /// <param name="traversals">At least one.</param>
    public static PlayerRows Of(CategoryLabels? names, IReadOnlyList<Traversal> traversals) =>
        names is null ? OfNoise(traversals[0].Images.Count) : OfCategories(names);

    private static PlayerRows OfCategories(CategoryLabels names) =>
        new(
            $"in one image of {(names.PicturedNote is null ? "every category" : "many categories")} at once",
            [.. names.Pictured.Select(c => new PlayerRow(c, names.ClassOf(c) ?? $"{c}", names.Long(c)))],
            $"Categories from top to bottom: {string.Join(", ", names.Pictured.Select(names.Short))}."
        );

    private static PlayerRows OfNoise(int count) =>
        new(
            $"in {Text.Count(count, "image")} of different noise at once",
            [.. Enumerable.Range(0, count).Select(row => new PlayerRow(row, $"{row + 1}", $"image {row + 1}"))],
            "Each row has noise of its own."
        );
}

/// <summary>One of the images.</summary>
/// <param name="Index">Its row in a traversal.</param>
/// <param name="Name">What it is called in a few characters.</param>
/// <param name="LongName">The same in words.</param>
internal sealed record PlayerRow(int Index, string Name, string LongName);
