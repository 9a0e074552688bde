namespace InfoGanMl.Evaluation.Samples;

/// <summary>
/// Whether G copies what it was trained on: how far generated images are from the nearest training image, and how far real
/// test images are, which G cannot have seen.
/// </summary>
/// <param name="Images">Generated images, and test images, that were compared with all training images.</param>
/// <param name="GeneratedDistance">Median Euclidean distance of their pixels in [0, 1].</param>
/// <param name="RealDistance">The same from test images.</param>
public sealed record CopyScores(int Images, double GeneratedDistance, double RealDistance);
