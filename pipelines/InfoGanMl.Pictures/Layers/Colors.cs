namespace InfoGanMl.Pictures.Layers;

/// <summary>Color, and what gray becomes of it.</summary>
internal static class Colors
{
    private const int MostGray = 16; // of 255: what compression and yellowed paper make of gray

    /// <summary>Whether a pixel's R, G and B differ by more than compression makes them.</summary>
    public static bool Has(Layer layer)
    {
        for (var i = 0; i < layer.Alpha.Length; i++)
        {
            var (red, green, blue) = (layer.Red[i], layer.Green[i], layer.Blue[i]);
            if (Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) > MostGray)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lightness as in ITU-R BT.601, in whole numbers: the three weights are 256 in all, so that gray stays as it is.</summary>
    public static byte ToGray(int red, int green, int blue) => (byte)((77 * red + 150 * green + 29 * blue + 128) >> 8);
}
