using InfoGanMl.Models.Images;

namespace InfoGanMl.Training.Export;

/// <summary>Where training images come from.</summary>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="Preparation">How a picture becomes such an image.</param>
public sealed record ImageOrigin(string Dataset, ImagePreparation Preparation);
