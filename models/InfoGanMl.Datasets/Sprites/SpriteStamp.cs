using System.Collections.Concurrent;

namespace InfoGanMl.Datasets.Sprites;

/// <summary>
/// The pixels that a sprite covers, seen from the pixel that its center lies in. Sprites whose centers lie at the same place
/// within a pixel look the same, and need not be sampled twice.
/// </summary>
internal sealed class SpriteStamp
{
    /// <summary>Points that a side of an image is sampled at, at least. The same for all sides that divide it.</summary>
    public const int Samples = 256;

    /// <summary>Side of a square of scale 1, where an image has side 1: its corners reach a quarter of the image far.</summary>
    private const double Side = 0.25 / SpriteShapes.Radius;

    private static readonly ConcurrentDictionary<Look, SpriteStamp> Known = new();

    private readonly int _top; // of its first pixel, seen from the center's
    private readonly int _left;
    private readonly int _width;
    private readonly byte[] _pixels;

    private SpriteStamp(Look look)
    {
        // All in samples: the sprite's size and how far it reaches, and the center, from the corner of its pixel.
        var perPixel = SamplesPerPixel(look.ImageSide);
        var size = Side * (0.5 + 0.1 * look.Scale) * perPixel * look.ImageSide;
        var reach = SpriteShapes.Radius * size;
        var (sin, cos) = Math.SinCos(Math.Tau * look.Orientation / 40);
        (_top, _left) = (PixelOf(look.Y - reach), PixelOf(look.X - reach));
        _width = PixelOf(look.X + reach) - _left + 1;
        var covered = new int[(PixelOf(look.Y + reach) - _top + 1) * _width];
        for (var row = (int)Math.Floor(look.Y - reach); row <= look.Y + reach; row++)
        {
            for (var column = (int)Math.Floor(look.X - reach); column <= look.X + reach; column++)
            {
                var (right, down) = ((column + 0.5 - look.X) / size, (row + 0.5 - look.Y) / size);
                if (look.Shape.Contains(right * cos + down * sin, down * cos - right * sin))
                {
                    covered[(PixelOf(row) - _top) * _width + PixelOf(column) - _left]++;
                }
            }
        }

        _pixels = Array.ConvertAll(covered, samples => ToByte(samples, perPixel * perPixel));

        int PixelOf(double sample) => (int)Math.Floor(sample / perPixel);
    }

    /// <summary>Draws a sprite.</summary>
    /// <param name="shape">Its outline.</param>
    /// <param name="scale">Its size, 0 to 5.</param>
    /// <param name="orientation">Clockwise, 0 to 39.</param>
    /// <param name="x">Of its center, where an image has side 1.</param>
    /// <param name="y">The same downwards.</param>
    /// <param name="side">Of the image in pixels.</param>
    /// <returns>[side, side] bytes: 255 for pixels that are covered.</returns>
    public static byte[] Draw(SpriteShape shape, int scale, int orientation, double x, double y, int side)
    {
        var (column, inColumn) = Split(x);
        var (row, inRow) = Split(y);
        var look = new Look(shape, scale, orientation, inColumn, inRow, side);
        // Positions are few within a pixel where the side divides the samples; elsewhere they could fill the memory.
        var stamp = Samples % side == 0 ? Known.GetOrAdd(look, one => new(one)) : new(look);
        var image = new byte[side * side];
        for (var line = 0; line * stamp._width < stamp._pixels.Length; line++)
        {
            stamp
                ._pixels.AsSpan(line * stamp._width, stamp._width)
                .CopyTo(image.AsSpan((row + stamp._top + line) * side + column + stamp._left));
        }

        return image;

        (int Pixel, double Within) Split(double position) =>
            ((int)(position * side), position * side % 1 * SamplesPerPixel(side));
    }

    private static int SamplesPerPixel(int side) => (Samples + side - 1) / side;

    private static byte ToByte(int samples, int all) => (byte)((2 * 255 * samples + all) / (2 * all)); // to the nearest

    /// <summary>All that decides the pixels; the center's place within its pixel is in samples.</summary>
    private readonly record struct Look(
        SpriteShape Shape,
        int Scale,
        int Orientation,
        double X,
        double Y,
        int ImageSide
    );
}
