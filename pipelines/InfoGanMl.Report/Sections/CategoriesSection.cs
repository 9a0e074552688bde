using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;
using InfoGanMl.Report.Pictures;

namespace InfoGanMl.Report.Sections;

/// <summary>"What is in each category?"</summary>
/// <param name="Categories">A card each.</param>
/// <param name="Note">Which categories are left out; null for none.</param>
/// <param name="Trials">Why there are that many; null where the training was given their number.</param>
internal sealed record CategoriesSection(IReadOnlyList<CategoryCard> Categories, string? Note, Chart? Trials)
{
    public static CategoriesSection Of(
        SortingScores sorting,
        IReadOnlyList<CategoryTrial> trials,
        EvaluationPictures pictures,
        PictureEncoder encoder
    )
    {
        var names = new CategoryLabels(sorting);
        var cards = new CategoryCardBuilder(sorting, names, encoder);
        return new(
            [.. names.Pictured.Select(category => cards.Build(category, pictures.Categories[category]))],
            names.PicturedNote,
            trials.Count == 0 ? null : TrialChart.Draw(trials, sorting.Categories.Sizes.Count)
        );
    }
}

/// <summary>What is in one category.</summary>
/// <param name="Number">Which one.</param>
/// <param name="ClassName">The class matched to it; null for none or without labels.</param>
/// <param name="Size">How many test images.</param>
/// <param name="Rows">Pictures of each kind.</param>
internal sealed record CategoryCard(string Number, string? ClassName, string Size, IReadOnlyList<PictureRow> Rows);

/// <summary>Makes the cards of categories.</summary>
internal sealed class CategoryCardBuilder(SortingScores sorting, CategoryLabels names, PictureEncoder encoder)
{
    public CategoryCard Build(int category, CategoryPictures pictures)
    {
        var size = sorting.Categories.Sizes[category];
        var share = Text.Percent((double)size / Math.Max(1, sorting.Categories.Sizes.Sum()), 1);
        return new(
            $"{category}",
            names.ClassOf(category),
            size == 0 ? "no test images" : $"{Text.Count(size, "test image")}, {share}",
            [
                new(
                    "Drawn by the model",
                    [.. encoder.FirstOf(pictures.Generated).Select(image => ToPicture(image, category))]
                ),
                .. size == 0 ? [] : ListReal(category, pictures),
            ]
        );
    }

    private IEnumerable<PictureRow> ListReal(int category, CategoryPictures pictures)
    {
        yield return new(
            "Most typical",
            [
                .. encoder
                    .FirstOf(pictures.Typical)
                    .Select(image => ToPicture(image, category) with { Caption = null, Note = null }),
            ]
        );
        yield return new(
            "Most doubtful",
            [.. encoder.FirstOf(pictures.Doubtful).Select(image => ToPicture(image, category))]
        );
        if (sorting.Classes is not null)
        {
            yield return new(
                "Most wrong",
                [.. encoder.FirstOf(pictures.Wrong).Select(image => ToPicture(image, category))]
            )
            {
                Otherwise = "none: every image is of the category's class",
            };
        }
    }

    private Picture ToPicture(byte[] generated, int category) =>
        new(encoder.Encode(generated), $"generated image of {names.Long(category)}");

    private Picture ToPicture(SortedPicture image, int category)
    {
        var certainty = Text.Percent(1 - image.Doubt, image.Doubt is > 0 and < 0.01 ? 2 : 0);
        return new(
            encoder.Encode(image.Pixels),
            $"{(image.Path is null ? "" : $"{image.Path}, ")}test image{(image.Class is null ? "" : $" of class {image.Class}")}, {certainty} sure of {names.Long(category)}",
            image.Class,
            certainty
        );
    }
}
