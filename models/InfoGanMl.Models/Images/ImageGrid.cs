namespace InfoGanMl.Models.Images;

/// <summary>Lays images out in rows and columns, with a gap between them, and encodes the picture as PNG.</summary>
public static class ImageGrid
{
    private const int Gap = 2;

    /// <summary>Draws a grid.</summary>
    /// <param name="images">[rows·columns, C, H, W] in [0, 1], row by row.</param>
    /// <param name="format">Size of one image.</param>
    /// <param name="columns">Images in a row.</param>
    /// <returns>The bytes of a PNG file.</returns>
    public static byte[] ToPng(ReadOnlySpan<float> images, ImageFormat format, int columns) =>
        ToPng([.. ImageFormat.ToBytes(images).Chunk(format.Size)], format, columns, Gap);

    /// <summary>Draws a grid of stored images.</summary>
    /// <param name="images">[rows·columns] images of C·H·W bytes, row by row.</param>
    /// <param name="format">Size of one image.</param>
    /// <param name="columns">Images in a row.</param>
    /// <param name="gap">Pixels between images and around them.</param>
    /// <returns>The bytes of a PNG file.</returns>
    public static byte[] ToPng(IReadOnlyList<byte[]> images, ImageFormat format, int columns, int gap)
    {
        var rows = (images.Count + columns - 1) / columns;
        var canvas = new ImageFormat(
            format.Channels,
            rows * (format.Height + gap) + gap,
            columns * (format.Width + gap) + gap
        );
        var pixels = new byte[canvas.Size];
        Array.Fill(pixels, (byte)64); // a dark gray gap sets off both black and white images

        foreach (var (i, image) in images.Index())
        {
            var top = gap + i / columns * (format.Height + gap);
            var left = gap + i % columns * (format.Width + gap);
            Paste(image, format, pixels, canvas, top, left);
        }

        return PngImage.Encode(pixels, canvas);
    }

    private static void Paste(byte[] image, ImageFormat format, byte[] pixels, ImageFormat canvas, int top, int left)
    {
        for (var line = 0; line < format.Channels * format.Height; line++)
        {
            var (channel, y) = Math.DivRem(line, format.Height);
            var start = (channel * canvas.Height + top + y) * canvas.Width + left;
            Array.Copy(image, line * format.Width, pixels, start, format.Width);
        }
    }
}
