using InfoGanMl.Evaluation.Pictures;

namespace InfoGanMl.Evaluation.Samples;

/// <summary>How it was looked for copies of training images.</summary>
/// <param name="Images">Generated images, and test images, that were compared with all training images.</param>
public sealed record CopyScores(int Images);

/// <summary>
/// Whether G copies what it was trained on: how far generated images are from the nearest training image, and how far real
/// test images are, which G cannot have seen.
/// </summary>
/// <param name="Scores">How it was looked for.</param>
/// <param name="GeneratedDistance">Median Euclidean distance of generated images, pixels in [0, 1].</param>
/// <param name="RealDistance">The same from test images.</param>
/// <param name="Nearest">The generated images with what is nearest to each.</param>
public sealed record FoundCopies(
    CopyScores Scores,
    double GeneratedDistance,
    double RealDistance,
    IReadOnlyList<NearestPicture> Nearest
);
