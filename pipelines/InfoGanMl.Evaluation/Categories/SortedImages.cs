namespace InfoGanMl.Evaluation.Categories;

/// <summary>What one pass of Q over the test images found.</summary>
/// <param name="Scores">The figures of the first categorical code.</param>
/// <param name="Clustering">What its categories have to do with the classes; null for images without labels.</param>
/// <param name="Exemplars">The images worth looking at.</param>
/// <param name="Codes">What Q answered for every categorical code.</param>
internal sealed record SortedImages(
    SortingScores Scores,
    Clustering? Clustering,
    Exemplars Exemplars,
    IReadOnlyList<CodeTally> Codes
)
{
    /// <summary>What is in a category of the first code.</summary>
    /// <param name="category">The category.</param>
    /// <param name="generated">Images that G draws from it.</param>
    public CategoryPictures Picture(int category, IReadOnlyList<byte[]> generated) =>
        Exemplars.Of(category, Clustering?.ClassOf, generated);
}
