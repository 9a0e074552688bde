using InfoGanMl.Datasets.Images;
using InfoGanMl.Training.Data;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Judging;

/// <summary>Training images with their labels, drawn in shuffled epochs.</summary>
internal sealed class LabeledImages(ImageSet images, RandomSource random) : IDisposable
{
    private readonly RealImages _images = new(images.Pixels, images.Format, random);
    private readonly Tensor _labels = tensor(images.Labels, int64);

    /// <summary>The next batch: images [count, C, H, W] in [0, 1] and labels [count].</summary>
    public (Tensor Images, Tensor Labels) Next(int count)
    {
        var drawn = _images.NextIndices(count);
        return (_images.At(drawn), _labels.index_select(0, drawn));
    }

    public void Dispose()
    {
        _images.Dispose();
        _labels.Dispose();
    }
}
