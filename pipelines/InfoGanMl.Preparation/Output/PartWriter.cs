using InfoGanMl.Datasets.Idx;
using InfoGanMl.Pictures.Layers;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Output;

/// <summary>Writes the images to train on, or those to test on, with their labels.</summary>
/// <param name="folder">The folder.</param>
/// <param name="images">What the images are to be.</param>
/// <param name="list">Knows whether there are labels, and how large they are.</param>
internal sealed class PartWriter(string folder, ModelImages images, PictureList list)
{
    private readonly Composition _composition = new(images.Preparation, images.Image);
    private readonly byte[] _image = new byte[images.Image.Size];

    /// <summary>The largest value of all images so far.</summary>
    public byte LargestValue { get; private set; }

    /// <summary>Writes a part.</summary>
    /// <param name="part">train or t10k, as in MNIST.</param>
    /// <param name="layers">What its pictures show.</param>
    /// <param name="cancellation">Stops between two images.</param>
    public void Write(string part, LayerFile layers, CancellationToken cancellation)
    {
        using var imageFile = IdxWriter.ForImages(PathOf(IdxWriter.ImagesName(part, images.Image)), images.Image);
        using var labelFile =
            list.Classes.Count == 0
                ? null
                : IdxWriter.ForLabels(PathOf(IdxWriter.LabelsName(part, list.AreLabelsWide)), list.AreLabelsWide);
        layers.ReadAll(
            (layer, ground, label) =>
            {
                _composition.Compose(layer, ground, _image);
                LargestValue = Math.Max(LargestValue, _image.Max());
                imageFile.Write(_image);
                labelFile?.WriteLabel(label);
            },
            cancellation
        );
        imageFile.Complete();
        labelFile?.Complete();
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
