namespace InfoGanMl.Models.Images;

/// <summary>What a drawing, a letter or a thing in a picture stands on, as its border shows.</summary>
internal enum Ground
{
    /// <summary>Neither: a photograph, as a rule.</summary>
    Mixed,

    /// <summary>Dark: three quarters of the border are darker than 64 of 255.</summary>
    Dark,

    /// <summary>Light: three quarters of the border are lighter than 191 of 255.</summary>
    Light,
}

/// <summary>Finds the ground of images.</summary>
internal static class Grounds
{
    private const byte MostOfDark = 63;
    private const byte LeastOfLight = 192;

    /// <summary>The ground of an image.</summary>
    /// <param name="image">[C, H, W]; dark or light is a pixel that is so in all channels.</param>
    /// <param name="format">Its size.</param>
    public static Ground Of(ReadOnlySpan<byte> image, ImageFormat format)
    {
        var (dark, light, all) = (0, 0, 0);
        foreach (var (x, y) in BorderOf(format.Width, format.Height))
        {
            var (darkest, lightest) = (byte.MaxValue, byte.MinValue);
            for (var at = y * format.Width + x; at < format.Size; at += format.Height * format.Width)
            {
                (darkest, lightest) = (Math.Min(darkest, image[at]), Math.Max(lightest, image[at]));
            }

            dark += IsDark(lightest) ? 1 : 0;
            light += IsLight(darkest) ? 1 : 0;
            all++;
        }

        return Of(dark, light, all);
    }

    /// <summary>The outermost 28th along the four sides, each pixel once: a line that a scanner left there is no ground.</summary>
    internal static IEnumerable<(int X, int Y)> BorderOf(int width, int height)
    {
        var border = Math.Max(1, Math.Min(width, height) / 28);
        for (var y = 0; y < height; y++)
        {
            var isWhole = y < border || y >= height - border || width <= 2 * border;
            for (var x = 0; x < width; x++)
            {
                yield return (x, y);
                x = !isWhole && x == border - 1 ? width - border - 1 : x; // the next one is on the other side
            }
        }
    }

    /// <summary>Whether a pixel is dark whose lightest channel has this value.</summary>
    internal static bool IsDark(byte lightest) => lightest <= MostOfDark;

    /// <summary>Whether a pixel is light whose darkest channel has this value.</summary>
    internal static bool IsLight(byte darkest) => darkest >= LeastOfLight;

    /// <summary>The ground of a border of which so many pixels are dark, and so many are light.</summary>
    internal static Ground Of(int dark, int light, int all) =>
        4L * dark >= 3L * all ? Ground.Dark
        : 4L * light >= 3L * all ? Ground.Light
        : Ground.Mixed;
}
