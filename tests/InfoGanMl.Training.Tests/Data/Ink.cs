using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

/// <summary>Augmented copies, and where the ink is in them.</summary>
internal static class Ink
{
    /// <summary>No augmentation at all.</summary>
    public static readonly Augmentation None = new(0, 0, 0, 0, 0);

    public static AugmentedCopies Augment(Tensor images, Augmentation ranges, ulong seed = 2)
    {
        using var random = new RandomSource(seed, CPU);
        return new RandomAugmentation(ranges, random).Apply(images);
    }

    public static Tensor Mass(Tensor images) => images.sum([1, 2, 3]);

    /// <summary>Mean column of the ink of each image.</summary>
    public static Tensor Column(Tensor images) => (images.sum([1, 2]) * arange(images.shape[3])).sum(1) / Mass(images);

    /// <summary>Mean row of the ink of each image.</summary>
    public static Tensor Row(Tensor images) => (images.sum([1, 3]) * arange(images.shape[2])).sum(1) / Mass(images);

    /// <summary>−μ11/μ02: pixels to the right per pixel upwards, from the central moments of the ink.</summary>
    public static Tensor Lean(Tensor images)
    {
        var x = arange(images.shape[3]).reshape(1, 1, 1, -1) - Column(images).reshape(-1, 1, 1, 1);
        var y = arange(images.shape[2]).reshape(1, 1, -1, 1) - Row(images).reshape(-1, 1, 1, 1);
        return -(images * x * y).sum([1, 2, 3]) / (images * y.square()).sum([1, 2, 3]);
    }

    public static float[] Values(Tensor tensor) => tensor.contiguous().data<float>().ToArray();
}
