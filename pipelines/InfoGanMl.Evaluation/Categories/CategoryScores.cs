namespace InfoGanMl.Evaluation.Categories;

/// <summary>How Q sorts test images into the categories of the first categorical code: what can be said without labels.</summary>
public sealed record CategoryScores
{
    /// <summary>Images in each category.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }
}
