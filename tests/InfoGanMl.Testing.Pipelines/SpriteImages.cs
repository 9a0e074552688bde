using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Models;

namespace InfoGanMl.Testing.Pipelines;

/// <summary>Drawn images for models of any size, gray or in color, labeled by their three shapes.</summary>
public static class SpriteImages
{
    public static ImageDataset For(ModelFolder model, int train = 300, int test = 200)
    {
        var format = model.Image;
        var space = format.Channels == 1 ? SpriteDrawing.Gray : SpriteDrawing.Color;
        return new SpritesDataset(space, format.Height).Sample(train, test, seed: 1).Images;
    }

    /// <summary>The same images with other labels.</summary>
    public static ImageDataset Relabel(ImageDataset data, int classes)
    {
        return data with { Train = Of(data.Train), Test = Of(data.Test), ClassNames = null };

        ImageSet Of(ImageSet images) =>
            new(images.Format, images.Pixels, [.. Enumerable.Range(0, images.Count).Select(i => (byte)(i % classes))]);
    }

    /// <summary>The same images without labels.</summary>
    public static ImageDataset WithoutLabels(ImageDataset data) =>
        data with
        {
            Train = new(data.Train.Format, data.Train.Pixels),
            Test = new(data.Test.Format, data.Test.Pixels),
        };
}
