using InfoGanMl.Datasets;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes.Ingredients;

namespace InfoGanMl.Training.Judging;

/// <summary>Everything that decides what the training of a judge computes.</summary>
public sealed record JudgeOptions
{
    /// <summary>Seed of weights, batches and augmentations.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Passes over the training images, where these make enough updates.</summary>
    public int Epochs { get; init; } = 6;

    /// <summary>Updates at least, however few the images are.</summary>
    public int FewestUpdates { get; init; } = 500;

    /// <summary>Images in one update.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's learning rate at the start; it falls linearly to 0.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>The options for a data set; other ones than MNIST are taken for photographs.</summary>
    /// <param name="dataset">Its title, in any case.</param>
    public static JudgeOptions For(string dataset) =>
        string.Equals(dataset, KnownDatasets.Mnist.Title, StringComparison.OrdinalIgnoreCase)
            ? new()
            : new() { Augmentation = OfPhotographs };

    /// <summary>
    /// How far training images are augmented. Milder than what Q learns from: the class must stay beyond doubt.
    /// </summary>
    public Augmentation Augmentation { get; init; } =
        new(RotationDegrees: 10, Scaling: 0.1, Shift: 0.08, Slant: 0.15, Thickness: 0.3);

    /// <summary>A photograph has no strokes that could be thicker, and its edges and textures tell much.</summary>
    private static readonly Augmentation OfPhotographs = new(
        RotationDegrees: 5,
        Scaling: 0.08,
        Shift: 0.08,
        Slant: 0,
        Thickness: 0
    );

    /// <summary>Passes over that many training images: as many more than <see cref="Epochs"/> as the updates take.</summary>
    public int EpochsOver(int images) =>
        Math.Max(Epochs, (int)Math.Ceiling(FewestUpdates / Math.Max(1.0, images / BatchSize)));

    /// <summary>Returns these options when they can be trained with.</summary>
    /// <exception cref="InvalidOptionsException">They cannot; the message lists every mistake.</exception>
    public JudgeOptions Validated()
    {
        string[] mistakes =
        [
            .. Require.AtLeast(1, (nameof(Epochs), Epochs), (nameof(FewestUpdates), FewestUpdates)),
            .. Require.AtLeast(2, (nameof(BatchSize), BatchSize)), // batch norm has no variance on one row
            .. Require.Positive((nameof(LearningRate), LearningRate)),
        ];
        return mistakes.Length == 0 ? this : throw new InvalidOptionsException(mistakes);
    }
}
