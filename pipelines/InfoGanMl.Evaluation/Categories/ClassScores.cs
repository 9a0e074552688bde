using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>What Q's categories have to do with the classes that labels name.</summary>
public sealed record ClassScores
{
    /// <summary>Names of the classes that have a name or an image, in the order of their labels.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Index of the class matched to each category, one to one; -1 for a category without one.</summary>
    public required IReadOnlyList<int> ClassOf { get; init; }

    /// <summary>[category][class] test images.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>Precision and recall of each class, when an image counts as of the class matched to its category.</summary>
    public required IReadOnlyList<ClassScore> OfClass { get; init; }

    /// <summary>Ten equal steps of confidence from 0 to 1; steps without images are left out.</summary>
    public required IReadOnlyList<CalibrationBin> Calibration { get; init; }

    /// <summary>What is sorted right among the images that Q is surest of, from few to all.</summary>
    public required IReadOnlyList<CoveragePoint> Coverage { get; init; }
}

/// <summary>Images of similar confidence.</summary>
/// <param name="Images">How many.</param>
/// <param name="Confidence">Mean probability of the most likely category.</param>
/// <param name="Accuracy">Share of them in the category matched to their class.</param>
public sealed record CalibrationBin(int Images, double Confidence, double Accuracy);

/// <summary>The images of at least some confidence.</summary>
/// <param name="Coverage">Share of all images.</param>
/// <param name="Accuracy">Share of them in the category matched to their class.</param>
public sealed record CoveragePoint(double Coverage, double Accuracy);
