using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Pictures;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>
/// Keeps the test images worth looking at while they pass by: a few of each category and class, however many there are.
/// </summary>
internal sealed class Exemplars
{
    /// <summary>Images of each kind in a category.</summary>
    private const int Length = 8;

    private readonly Shortlist[,] _sure; // [category, 1 + class]: which classes are wrong is known at the end only
    private readonly Shortlist[] _doubtful;

    /// <param name="categories">Number of categories.</param>
    /// <param name="classes">Number of classes; 0 for images without labels.</param>
    public Exemplars(int categories, int classes)
    {
        _sure = new Shortlist[categories, 1 + classes]; // the first are those of images without a label
        _doubtful = [.. Enumerable.Range(0, categories).Select(_ => new Shortlist(Length))];
        foreach (var (category, @class) in Cells)
        {
            _sure[category, 1 + @class] = new(Length);
        }
    }

    /// <param name="category">Its category.</param>
    /// <param name="class">Its class, or <see cref="ImageSet.Unknown"/>.</param>
    /// <param name="doubt">What it is ranked by.</param>
    /// <param name="picture">Made only for an image that is kept.</param>
    public void Add(int category, int @class, double doubt, Func<SortedPicture> picture)
    {
        _sure[category, 1 + @class].Offer(doubt, picture);
        _doubtful[category].Offer(-doubt, picture);
    }

    /// <summary>What is in a category.</summary>
    /// <param name="category">The category.</param>
    /// <param name="classOf">The class matched to each category, -1 for none; null for images without labels.</param>
    /// <param name="generated">Images that G draws from the category.</param>
    public CategoryPictures Of(int category, IReadOnlyList<int>? classOf, IReadOnlyList<byte[]> generated)
    {
        var own = Cells.Where(cell => cell.Category == category).ToList();
        var wrong = classOf is null
            ? []
            : own.Where(cell => cell.Class != ImageSet.Unknown && cell.Class != classOf[category]);
        return new(
            Shortlist.Merge(own.Select(cell => _sure[category, 1 + cell.Class]), Length),
            Shortlist.Merge([_doubtful[category]], Length),
            Shortlist.Merge(wrong.Select(cell => _sure[category, 1 + cell.Class]), Length),
            generated
        );
    }

    private IEnumerable<(int Category, int Class)> Cells =>
        from category in Enumerable.Range(0, _sure.GetLength(0))
        from @class in Enumerable.Range(ImageSet.Unknown, _sure.GetLength(1))
        select (category, @class);
}
