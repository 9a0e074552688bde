using InfoGanMl.Models.Images;

namespace InfoGanMl.Testing.Pipelines.Reports;

/// <summary>Digits of seven segments, as displays show them: pictures that differ in slant and thickness as G's do.</summary>
public static class DrawnDigit
{
    /// <summary>Ends of the segments, from 0 to 1 to the right and downwards.</summary>
    private static readonly (double X1, double Y1, double X2, double Y2)[] Segments =
    [
        (0, 0, 1, 0),
        (1, 0, 1, 0.5),
        (1, 0.5, 1, 1),
        (0, 1, 1, 1),
        (0, 0.5, 0, 1),
        (0, 0, 0, 0.5),
        (0, 0.5, 1, 0.5),
    ];

    private static readonly string[] Lit =
    [
        "012345",
        "12",
        "01643",
        "01236",
        "1256",
        "02356",
        "023456",
        "012",
        "0123456",
        "012356",
    ];

    /// <summary>Draws a digit; each channel is a little darker than the one before.</summary>
    /// <param name="digit">Its last figure is drawn.</param>
    /// <param name="format">Size of the image.</param>
    /// <param name="slant">From -1 to 1: to the left or to the right.</param>
    /// <param name="thickness">From -1 to 1.</param>
    public static byte[] Draw(int digit, ImageFormat format, double slant = 0, double thickness = 0)
    {
        var image = new byte[format.Size];
        for (var i = 0; i < image.Length; i++)
        {
            var (row, x) = Math.DivRem(i, format.Width);
            var (channel, y) = Math.DivRem(row, format.Height);
            var (right, down) = ((x + 0.5) / format.Width, (y + 0.5) / format.Height);
            var distance = Lit[digit % 10]
                .Min(lit => DistanceTo(Segments[lit - '0'], right + slant * (down - 0.5) / 3, down));
            var ink = Math.Clamp(1 + (0.045 + 0.02 * thickness - distance) * format.Width, 0, 1);
            image[i] = (byte)(255 * ink * (1 - 0.25 * channel));
        }

        return image;
    }

    /// <summary>Distance of a point to a segment of a digit that fills the middle of the image.</summary>
    private static double DistanceTo((double X1, double Y1, double X2, double Y2) segment, double x, double y)
    {
        var (x1, y1) = (0.32 + 0.36 * segment.X1, 0.18 + 0.64 * segment.Y1);
        var (x2, y2) = (0.32 + 0.36 * segment.X2, 0.18 + 0.64 * segment.Y2);
        var (dx, dy) = (x2 - x1, y2 - y1);
        var along = Math.Clamp(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0, 1);
        return Math.Sqrt(Math.Pow(x - x1 - along * dx, 2) + Math.Pow(y - y1 - along * dy, 2));
    }
}
