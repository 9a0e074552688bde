namespace InfoGanMl.Evaluation.Categories;

/// <summary>How Q sorts test images into the categories of the first categorical code: what can be said without labels.</summary>
public sealed record CategoryScores
{
    /// <summary>Q's most likely category counts as sure when its probability is at least this.</summary>
    public const double Sure = 0.9;

    /// <summary>Images in each category.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Entropy in nats of Q's mean answer, at most ln(categories), which it is when all are used alike.</summary>
    public required double MarginalEntropy { get; init; }

    /// <summary>Share of images that fall into the same category when they are turned, shifted and scaled a little.</summary>
    public required double Consistency { get; init; }

    /// <summary>Share of images of which Q is <see cref="Sure"/>.</summary>
    public required double SureShare { get; init; }

    /// <summary>Mean probability of the most likely category.</summary>
    public required double MeanConfidence { get; init; }
}
