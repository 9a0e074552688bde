using InfoGanMl.Datasets.Images;

namespace InfoGanMl.Datasets.Sprites;

/// <summary>Images with what is known of them.</summary>
/// <param name="Images">The images; their labels are the shapes.</param>
/// <param name="Values">Of each factor its [N] values, in the order of the space.</param>
public sealed record FactorImages(ImageSet Images, IReadOnlyList<int[]> Values);
