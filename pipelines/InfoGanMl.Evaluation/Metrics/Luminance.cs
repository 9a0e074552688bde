using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>Color images in gray: what is measured on strokes and ink takes one value for each pixel.</summary>
public static class Luminance
{
    // ITU-R BT.709, on the stored values, which are gamma-coded: what a gray print of the picture would show.
    private static readonly float[] OfRgb = [0.2126f, 0.7152f, 0.0722f];

    /// <summary>0.2126 R + 0.7152 G + 0.0722 B of each pixel; gray images are returned as they are.</summary>
    /// <param name="image">[C, H, W].</param>
    /// <param name="format">Size of the image; two channels count alike.</param>
    /// <returns>[H, W].</returns>
    /// <exception cref="ArgumentException">The values are not one image.</exception>
    public static float[] Of(float[] image, ImageFormat format)
    {
        if (image.Length != format.Size)
        {
            throw new ArgumentException(
                $"Found {image.Length} values; expected one {format} image of {format.Size}.",
                nameof(image)
            );
        }

        if (format.Channels == 1)
        {
            return image;
        }

        var area = format.Height * format.Width;
        var gray = new float[area];
        for (var i = 0; i < image.Length; i++)
        {
            gray[i % area] += image[i] * (format.Channels == 3 ? OfRgb[i / area] : 1f / format.Channels);
        }

        return gray;
    }
}
