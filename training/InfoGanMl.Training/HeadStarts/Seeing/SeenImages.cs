using InfoGanMl.Datasets.Activities;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace InfoGanMl.Training.HeadStarts.Seeing;

/// <summary>
/// What teachers learn from: what a trunk that has seen photographs makes of the training images (<see cref="Transfer"/>).
/// </summary>
/// <param name="Features">
/// [views, N, trunk width], each of mean 0 and deviation 1 among the images of a style: of the images and, where they may be, mirrored.
/// </param>
/// <param name="Neighbors">The images that are most like each.</param>
/// <param name="Styles">Indices of the images of each style.</param>
internal sealed record SeenImages(Tensor Features, Neighbors Neighbors, IReadOnlyList<Tensor> Styles) : IDisposable
{
    private const double Least = 1e-5; // deviation of a feature that is always the same

    private const double GoldenRatio = 1.618033988749895;

    /// <summary>Number of images.</summary>
    public int Count => (int)Features.shape[1];

    /// <summary>Takes away what a style makes of all images that have it (Li et al. 2016, section 3.3), and finds neighbors.</summary>
    /// <param name="sight">What the trunk makes of them.</param>
    /// <param name="transfer">What styles are apart, and how many neighbors there are.</param>
    /// <param name="progress">Told of several styles.</param>
    public static SeenImages Of(Sight sight, Transfer transfer, IProgress<ActivityReport>? progress)
    {
        using var scope = NewDisposeScope();
        var styles = StyleGroups.Of(sight.Styles, transfer.StyleGap);
        if (styles.Count > 1)
        {
            var sizes = string.Join(", ", styles.Select(style => $"{style.shape[0]:N0}"));
            progress?.Report(
                $"The images are of {styles.Count} styles, as of several cameras or lights ({sizes} images); each is sorted by itself."
            );
        }

        var (centered, standardized) = (empty_like(sight.Views), empty_like(sight.Views));
        foreach (var style in styles)
        {
            var own = sight.Views.index_select(1, style);
            var apart = own - own.mean([0, 1], keepdim: true);
            centered.index_copy_(1, style, apart);
            standardized.index_copy_(1, style, apart / (own.std([0, 1], keepdim: true) + Least));
        }

        var neighbors = Neighbors.Of(normalize(centered, dim: 2).mean([0]), transfer.Neighbors);
        return new(
            standardized.MoveToOuterDisposeScope(),
            new(neighbors.Indices.MoveToOuterDisposeScope(), neighbors.Counts.MoveToOuterDisposeScope()),
            [.. styles.Select(style => style.MoveToOuterDisposeScope())]
        );
    }

    /// <summary>
    /// Images [n] of one style, at most so many, so that nothing is learned from telling styles apart; over the steps, of each style by
    /// its share.
    /// </summary>
    public Tensor DrawOfOneStyle(int step, int count, RandomSource random)
    {
        var place = (long)(step * GoldenRatio % 1 * Count); // evenly spread over all images
        var style = Styles.First(style => (place -= style.shape[0]) < 0);
        var order = random.Permutation((int)style.shape[0]);
        return style.index_select(0, order.narrow(0, 0, Math.Min(count, style.shape[0])));
    }

    /// <summary>Features [n, trunk width] of images, each of a view drawn at random.</summary>
    public Tensor Draw(Tensor indices, RandomSource random)
    {
        var views = random.Integers((int)Features.shape[0], (int)indices.shape[0]);
        return Features.flatten(0, 1).index_select(0, views * Count + indices);
    }

    /// <summary>Features [n, trunk width] of images, averaged over the views.</summary>
    public Tensor Mean(Tensor indices) => Features.index_select(1, indices).mean([0]);

    /// <inheritdoc/>
    public void Dispose()
    {
        Features.Dispose();
        Neighbors.Dispose();
        foreach (var style in Styles)
        {
            style.Dispose();
        }
    }
}
