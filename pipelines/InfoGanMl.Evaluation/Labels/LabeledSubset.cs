using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Labels;

/// <summary>Draws a few labeled images of each class.</summary>
public static class LabeledSubset
{
    /// <summary>Draws as many images of each class.</summary>
    /// <param name="images">The images to draw from.</param>
    /// <param name="count">Images in all, rounded down to a multiple of the number of classes.</param>
    /// <param name="seed">The same seed draws the same images.</param>
    /// <exception cref="EvaluationException">There are no labels, too few images, or more classes than images to draw.</exception>
    public static ImageSet Draw(ImageSet images, int count, int seed)
    {
        RequireLabels(images);
        var indices = Enumerable.Range(0, images.Count).ToArray();
        new Random(seed).Shuffle(indices);
        var classes = indices.GroupBy(index => images.Labels[index]).OrderBy(group => group.Key).ToList();
        var perClass = count / Math.Max(1, classes.Count);
        var smallest = classes.Count == 0 ? 0 : classes.Min(group => group.Count());
        if (perClass == 0 || smallest < perClass)
        {
            throw new EvaluationException(
                $"{classes.Count} classes among the training images, the smallest of {smallest} images",
                $"{count} labeled images, as many of each class",
                "Pass data with more images or fewer classes."
            );
        }

        return images.Select([.. classes.SelectMany(group => group.Take(perClass))]);
    }

    /// <summary>Refuses images without labels.</summary>
    /// <exception cref="EvaluationException">There are none.</exception>
    internal static void RequireLabels(ImageSet images)
    {
        if (!images.IsLabeled)
        {
            throw new EvaluationException(
                $"{images.Count} images without labels",
                "labels, as classes are asked for",
                "Pass data with labels."
            );
        }
    }
}
