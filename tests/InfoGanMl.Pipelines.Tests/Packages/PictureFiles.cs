using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>Images as the files that apps read.</summary>
internal static class PictureFiles
{
    /// <summary>Writes each image of a set as a PNG file.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="images">The images.</param>
    /// <param name="nameOf">The name of the file of each, from its index.</param>
    public static void WritePictures(this TempFolder folder, ImageSet images, Func<int, string> nameOf)
    {
        for (var i = 0; i < images.Count; i++)
        {
            var pixels = images.Pixels.AsSpan(i * images.Format.Size, images.Format.Size);
            folder.Write(nameOf(i), PngImage.Encode(pixels, images.Format));
        }
    }
}
