using System.Numerics;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>
/// Copies images turned, shifted and scaled a little, as if someone had drawn the same thing again: a category that means
/// something does not change by it.
/// </summary>
public static class SmallMotion
{
    // Small enough that a person sees the same thing in the copy, a 6 does not become a 9 and nothing leaves the image, yet
    // more than a blur of the pixels: on 28 × 28 pixels up to 2 pixels, and 1.4 more at 10 pixels from the center by scale.
    private const float LargestTurn = MathF.PI / 18; // 10°
    private const float LargestShift = 0.07f; // of each side
    private const float LargestScaling = 0.1f;

    /// <summary>Moves each image in its own way, drawn evenly from all small motions.</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="format">Size of one image.</param>
    /// <param name="random">Asked for four numbers for each image.</param>
    /// <returns>[N, C, H, W], 0 where a copy shows what lies outside its image.</returns>
    /// <exception cref="ArgumentException">The values do not make whole images.</exception>
    public static float[] Move(ReadOnlySpan<float> images, ImageFormat format, Random random)
    {
        var moved = new float[format.CountImages(images) * format.Size];
        for (var start = 0; start < moved.Length; start += format.Size)
        {
            Warp(images.Slice(start, format.Size), format, Draw(format, random)).CopyTo(moved, start);
        }

        return moved;
    }

    /// <summary>Moves the points of an image, and interpolates bilinearly between the centers of its pixels.</summary>
    /// <param name="image">[C, H, W].</param>
    /// <param name="format">Size of the image.</param>
    /// <param name="matrix">Where a point goes, in pixels to the right and downwards from the center of the image.</param>
    /// <returns>[C, H, W], 0 where points come from outside the image.</returns>
    /// <exception cref="ArgumentException">The values are not one image, or the matrix cannot be inverted.</exception>
    public static float[] Warp(ReadOnlySpan<float> image, ImageFormat format, Matrix3x2 matrix)
    {
        if (format.CountImages(image) != 1 || !Matrix3x2.Invert(matrix, out var inverse))
        {
            throw new ArgumentException(
                $"Found {image.Length} values and the matrix {matrix}; expected one {format} image and a matrix with an inverse."
            );
        }

        var (width, area) = (format.Width, format.Height * format.Width);
        var center = new Vector2(format.Width - 1, format.Height - 1) / 2;
        var warped = new float[format.Size];
        for (var pixel = 0; pixel < area; pixel++)
        {
            var from = Vector2.Transform(new Vector2(pixel % width, pixel / width) - center, inverse) + center;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                warped[channel * area + pixel] = Interpolate(image.Slice(channel * area, area), width, from);
            }
        }

        return warped;
    }

    private static Matrix3x2 Draw(ImageFormat format, Random random)
    {
        var scaling = Matrix3x2.CreateScale(1 + Within(LargestScaling));
        var turn = Matrix3x2.CreateRotation(Within(LargestTurn));
        var shift = Matrix3x2.CreateTranslation(
            Within(LargestShift * format.Width),
            Within(LargestShift * format.Height)
        );
        return scaling * turn * shift;

        float Within(float largest) => (2 * random.NextSingle() - 1) * largest;
    }

    private static float Interpolate(ReadOnlySpan<float> channel, int width, Vector2 at)
    {
        var (left, top) = (MathF.Floor(at.X), MathF.Floor(at.Y));
        var (right, below) = (at.X - left, at.Y - top); // shares of the pixels there
        var (x, y) = ((int)left, (int)top);
        return (1 - below) * ((1 - right) * Pixel(channel, width, x, y) + right * Pixel(channel, width, x + 1, y))
            + below * ((1 - right) * Pixel(channel, width, x, y + 1) + right * Pixel(channel, width, x + 1, y + 1));
    }

    private static float Pixel(ReadOnlySpan<float> channel, int width, int x, int y) =>
        x >= 0 && x < width && y >= 0 && y < channel.Length / width ? channel[y * width + x] : 0;
}
