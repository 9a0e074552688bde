namespace InfoGanMl.Datasets.Sprites;

/// <summary>Images with what is known of them.</summary>
/// <param name="Images">The images; their labels are the shapes.</param>
/// <param name="Values">Of each factor its [N] values, in the order of the space.</param>
public sealed record FactorImages(ImageSet Images, IReadOnlyList<int[]> Values);

/// <summary>A data set whose factors are known, split into images to train on and images to test on.</summary>
/// <param name="Images">What training reads.</param>
/// <param name="Space">The factors.</param>
/// <param name="Train">Their values for the images to train on.</param>
/// <param name="Test">Their values for the images held out.</param>
public sealed record FactorDataset(
    ImageDataset Images,
    FactorSpace Space,
    IReadOnlyList<int[]> Train,
    IReadOnlyList<int[]> Test
);
