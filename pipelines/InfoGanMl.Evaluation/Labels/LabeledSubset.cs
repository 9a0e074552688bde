using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Labels;

/// <summary>Draws a few labeled images of each class.</summary>
public static class LabeledSubset
{
    /// <summary>
    /// Draws as many images of each class as make no more than <paramref name="count"/> in all. A class that has fewer gives all
    /// of them, and the others make up for it.
    /// </summary>
    /// <param name="images">The images to draw from.</param>
    /// <param name="count">Images in all, at most.</param>
    /// <param name="seed">The same seed draws the same images.</param>
    /// <exception cref="EvaluationException">There are no labels, or more classes than images to draw.</exception>
    public static ImageSet Draw(ImageSet images, int count, int seed)
    {
        RequireLabels(images);
        images = images.Labeled();
        var indices = Enumerable.Range(0, images.Count).ToArray();
        new Random(seed).Shuffle(indices);
        var classes = indices.GroupBy(index => images.Labels[index]).OrderBy(group => group.Key).ToList();
        var most = MostOfOne([.. classes.Select(group => group.Count())], count);
        return most > 0
            ? images.Select([.. classes.SelectMany(group => group.Take(most))])
            : throw new EvaluationException(
                $"{classes.Count} classes among the training images",
                $"at most {count}, as so many labeled images are drawn, of each class at least one",
                "Pass data with fewer classes."
            );
    }

    /// <summary>Images of each class.</summary>
    internal static IReadOnlyList<int> SizesOf(ImageSet images) =>
        [.. images.Labeled().Labels.CountBy(label => label).OrderBy(size => size.Key).Select(size => size.Value)];

    /// <summary>How many of a class may be drawn for there to be no more than so many in all; 0 where there are more classes.</summary>
    internal static int MostOfOne(IReadOnlyList<int> sizes, int count)
    {
        var most = 0;
        while (most < sizes.Max() && sizes.Sum(size => Math.Min(size, most + 1)) <= count)
        {
            most++;
        }

        return most;
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
