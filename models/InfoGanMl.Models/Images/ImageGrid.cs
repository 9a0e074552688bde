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
    public static byte[] ToPng(ReadOnlySpan<float> images, ImageFormat format, int columns)
    {
        var count = images.Length / format.Size;
        var rows = (count + columns - 1) / columns;
        var canvas = new ImageFormat(
            format.Channels,
            rows * (format.Height + Gap) + Gap,
            columns * (format.Width + Gap) + Gap
        );
        var pixels = new byte[canvas.Size];
        Array.Fill(pixels, (byte)64); // a dark grey gap sets off both black and white images

        for (var i = 0; i < count; i++)
        {
            var image = ImageFormat.ToBytes(images.Slice(i * format.Size, format.Size));
            var top = Gap + i / columns * (format.Height + Gap);
            var left = Gap + i % columns * (format.Width + Gap);
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
