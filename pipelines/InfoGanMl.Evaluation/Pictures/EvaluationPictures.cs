using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation.Pictures;

/// <summary>The pictures that stand beside the figures in a report. Images are C·H·W bytes.</summary>
public sealed record EvaluationPictures
{
    /// <summary>Size of one image.</summary>
    public required ImageFormat Format { get; init; }

    /// <summary>Images that G draws, all codes and the noise being drawn at random.</summary>
    public required IReadOnlyList<byte[]> Drawn { get; init; }

    /// <summary>What is in each category of the first categorical code; empty without one.</summary>
    public required IReadOnlyList<CategoryPictures> Categories { get; init; }

    /// <summary>What each categorical code changes, where there are several; empty otherwise. The values are its categories.</summary>
    public required IReadOnlyList<Traversal> CategoricalCodes { get; init; }

    /// <summary>What each continuous code changes.</summary>
    public required IReadOnlyList<Traversal> Traversals { get; init; }

    /// <summary>Generated images, and the training image nearest to each.</summary>
    public required IReadOnlyList<NearestPicture> Nearest { get; init; }
}

/// <summary>Real and generated images of one category.</summary>
/// <param name="Typical">Those that Q is surest of, the surest first.</param>
/// <param name="Doubtful">Those that Q is least sure of, the most doubtful first.</param>
/// <param name="Wrong">Those of another class than the category's that Q is surest of; empty without labels.</param>
/// <param name="Generated">Images that G draws from the category.</param>
public sealed record CategoryPictures(
    IReadOnlyList<SortedPicture> Typical,
    IReadOnlyList<SortedPicture> Doubtful,
    IReadOnlyList<SortedPicture> Wrong,
    IReadOnlyList<byte[]> Generated
);

/// <summary>A test image as Q sorted it.</summary>
/// <param name="Pixels">The image.</param>
/// <param name="Class">Name of its class; null without a label.</param>
/// <param name="Doubt">Probability that Q gives to all the other categories.</param>
/// <param name="Path">Of the picture that it was made of; null where it came as an image.</param>
public sealed record SortedPicture(byte[] Pixels, string? Class, double Doubt, string? Path = null);

/// <summary>Rows of images that differ in one code alone.</summary>
/// <param name="Code">Name of the code.</param>
/// <param name="Values">Values of the code, from low to high; the trained range of a continuous one is -1 to 1.</param>
/// <param name="Images">
/// [row][value]. Of a continuous code a row is a category of the first categorical code, with the same noise in all of them;
/// where there is none, and of a categorical code, a row has noise of its own.
/// </param>
public sealed record Traversal(string Code, IReadOnlyList<double> Values, IReadOnlyList<IReadOnlyList<byte[]>> Images);

/// <summary>A generated image and the training image nearest to it.</summary>
/// <param name="Generated">The generated one.</param>
/// <param name="Training">The nearest by Euclidean distance of pixels.</param>
/// <param name="Distance">Between the two, pixels in [0, 1].</param>
public sealed record NearestPicture(byte[] Generated, byte[] Training, double Distance);
