using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines;

namespace InfoGanMl.Testing.Pipelines;

/// <summary>A few real digits, and rows made of them.</summary>
public static class Digits
{
    /// <summary>The first test images.</summary>
    public static async Task<ImageSet> TestImagesAsync(int count)
    {
        var mnist = await RealMnist.OpenAsync();
        return mnist.Test.Select([.. Enumerable.Range(0, count)]);
    }

    /// <summary>As many training images of each digit.</summary>
    public static async Task<ImageSet> LabeledAsync(int count)
    {
        var mnist = await RealMnist.OpenAsync();
        return LabeledSubset.Draw(mnist.Train, count, seed: 1);
    }

    public static float[] ToFloats(ImageSet images) => ImageFormat.ToFloats(images.Pixels);

    public static IEnumerable<LabeledImageRow> ToRows(ImageSet images) =>
        ToFloats(images)
            .Chunk(images.Format.Size)
            .Zip(images.Labels, (image, label) => new LabeledImageRow { Image = image, Label = label });
}
