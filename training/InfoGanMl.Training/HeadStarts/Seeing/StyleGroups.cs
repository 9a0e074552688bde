using InfoGanMl.Recipes.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts.Seeing;

/// <summary>
/// Finds images of different styles, such as those of two cameras or two lights: a trunk sees that first, and only then what is shown.
/// </summary>
internal static class StyleGroups
{
    /// <summary>Width of a style.</summary>
    public const int Width = 2 * ResNet18.FirstChannels;

    private const int Fewest = 64; // images whose mean and deviation say something
    private const int MeasuredOn = 2000; // images, as every pair of them is compared
    private const int Rounds = 50;
    private const double Least = 1e-5; // deviation of what is always the same

    /// <summary>The style [N, 2C] of images: mean and deviation of each channel of their maps (Huang and Belongie 2017, section 3).</summary>
    /// <param name="maps">[N, C, H, W], of a trunk's first stage.</param>
    public static Tensor StyleOf(Tensor maps) => cat([maps.mean([2, 3]), maps.std([2, 3])], 1);

    /// <summary>The images of each group: halves, and halves of these, as long as they stand apart.</summary>
    /// <param name="styles">[N, width].</param>
    /// <param name="gap">Silhouette from which on two halves stand apart.</param>
    /// <returns>Indices of the images of each.</returns>
    public static IReadOnlyList<Tensor> Of(Tensor styles, double gap)
    {
        using var scope = NewDisposeScope();
        return
        [
            .. Split(arange(styles.shape[0], int64, styles.device)).Select(group => group.MoveToOuterDisposeScope()),
        ];

        IEnumerable<Tensor> Split(Tensor images)
        {
            if (images.shape[0] < 2 * Fewest)
            {
                return [images];
            }

            var raw = styles.index_select(0, images);
            var own = (raw - raw.mean([0])) / (raw.std([0]) + Least);
            var halves = Halve(own); // [n, 2]
            return StandApart(own, halves, gap)
                ? halves.unbind(1).SelectMany(half => Split(images.masked_select(half > 0)))
                : [images];
        }
    }

    /// <summary>2-means (Lloyd 1982), begun where the first principal component changes its sign.</summary>
    /// <param name="styles">[n, width], standardized.</param>
    /// <returns>[n, 2], each row 1 at the image's half and 0 elsewhere.</returns>
    private static Tensor Halve(Tensor styles)
    {
        var (_, directions) = linalg.eigh(styles.t().mm(styles)); // the one of the largest variance last
        var halves = OneHot((styles.mv(directions.select(1, -1)) <= 0).to(int64));
        for (var round = 0; round < Rounds; round++)
        {
            var middles = halves.t().mm(styles) / halves.sum(0, keepdim: true).clamp_min(1).t(); // [2, width]
            halves = OneHot(cdist(styles, middles).argmin(1));
        }

        return halves;
    }

    private static Tensor OneHot(Tensor half) => nn.functional.one_hot(half, 2).to(float32);

    private static bool StandApart(Tensor styles, Tensor halves, double gap)
    {
        var every = 1 + (styles.shape[0] - 1) / MeasuredOn;
        var some = arange(0, styles.shape[0], every, int64, styles.device);
        return halves.sum([0]).min().item<float>() >= Fewest
            && SortedSilhouette.Measure(styles.index_select(0, some), halves.index_select(0, some)) >= gap;
    }
}
