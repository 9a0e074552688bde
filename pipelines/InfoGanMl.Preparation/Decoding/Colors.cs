namespace InfoGanMl.Preparation.Decoding;

/// <summary>Color of images, [RGB, size, size].</summary>
internal static class Colors
{
    private const int MostGray = 16; // of 255: what compression and yellowed paper make of gray

    /// <summary>Whether a pixel's R, G and B differ by more than compression makes them.</summary>
    public static bool Has(ReadOnlySpan<byte> planes)
    {
        var plane = planes.Length / 3;
        for (var i = 0; i < plane; i++)
        {
            var (red, green, blue) = (planes[i], planes[plane + i], planes[2 * plane + i]);
            if (Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) > MostGray)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lightness as in ITU-R BT.601, in whole numbers: the three weights are 256 in all, so that gray stays as it is.</summary>
    public static void ToGray(ReadOnlySpan<byte> planes, Span<byte> gray)
    {
        var plane = planes.Length / 3;
        for (var i = 0; i < plane; i++)
        {
            gray[i] = (byte)((77 * planes[i] + 150 * planes[plane + i] + 29 * planes[2 * plane + i] + 128) >> 8);
        }
    }
}
