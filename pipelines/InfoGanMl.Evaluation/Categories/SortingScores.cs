namespace InfoGanMl.Evaluation.Categories;

/// <summary>All that is said of how Q sorts test images; a model without a categorical code sorts nothing and has none.</summary>
/// <param name="Categories">Into which categories, labels or not.</param>
/// <param name="Classes">What these have to do with the classes; null for data without labels.</param>
public sealed record SortingScores(CategoryScores Categories, ClassScores? Classes);
