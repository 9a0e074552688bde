using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts.Seeing;

/// <summary>Whether images lie nearer to those of their own category than to those of any other (Rousseeuw 1987).</summary>
internal static class SortedSilhouette
{
    /// <summary>
    /// Mean over the images of (b − a) / max(a, b): a is the mean distance to the others of the category, b that to the images
    /// of the category where it is least. An image alone in its category counts as 0.
    /// </summary>
    /// <param name="features">[N, width].</param>
    /// <param name="sorted">[N, K], each row 1 at the image's category and 0 elsewhere.</param>
    public static double Measure(Tensor features, Tensor sorted)
    {
        using var scope = NewDisposeScope();
        var sizes = sorted.sum([0]);
        var distances = cdist(features, features).mm(sorted); // [N, K], summed over the images of a category
        var others = (sorted * (sizes - 1)).sum(1); // [N], how many share the category
        var within = (distances * sorted).sum(1) / others.clamp_min(1);
        var (beside, _) = (distances / sizes)
            .masked_fill((sorted > 0).logical_or(sizes == 0), double.PositiveInfinity)
            .min(1);
        var larger = maximum(within, beside);
        var each = where(
            (others > 0).logical_and(larger > 0).logical_and(beside.isfinite()),
            (beside - within) / larger,
            0
        );
        return each.mean().item<float>();
    }
}
