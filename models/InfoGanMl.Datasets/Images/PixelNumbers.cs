using static System.FormattableString;

namespace InfoGanMl.Datasets.Images;

/// <summary>Pixels as other programs store them.</summary>
/// <remarks>
/// One rule for all: where none is larger than 1, they are shares of full intensity, whatever their type, as most programs have
/// them after loading, and as black and white are stored; otherwise they are what a byte would be.
/// </remarks>
public static class PixelNumbers
{
    /// <summary>The largest share of full intensity.</summary>
    public const int LargestShare = 1;

    /// <summary>What pixels are multiplied by to be bytes.</summary>
    /// <param name="areShares">Whether none is larger than <see cref="LargestShare"/>.</param>
    public static int FactorOf(bool areShares) => areShares ? byte.MaxValue : 1;

    /// <summary>Makes a byte of a pixel, rounded: 0 for black and 255 for full intensity.</summary>
    /// <param name="number">The pixel.</param>
    /// <param name="factor">That of all.</param>
    public static byte ToByte(double number, int factor) =>
        (byte)Math.Round(factor * number, MidpointRounding.AwayFromZero);

    /// <summary>Makes bytes of pixels.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="numberAt">Each of them.</param>
    /// <param name="refuse">Makes the exception for one that is no pixel: its index, what it is, and what was expected.</param>
    public static byte[] ToBytes(int count, Func<int, double> numberAt, Func<int, string, string, Exception> refuse)
    {
        var largest = 0.0;
        for (var i = 0; i < count; i++)
        {
            var number = numberAt(i);
            largest = number is >= 0 and <= byte.MaxValue
                ? Math.Max(largest, number)
                : throw refuse(i, Invariant($"pixel {number}"), "0 to 255, or 0 to 1 for all pixels");
        }

        var factor = FactorOf(areShares: largest <= LargestShare);
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = ToByte(numberAt(i), factor);
        }

        return bytes;
    }

    /// <summary>The same for pixels that are bytes already, in place.</summary>
    public static void Spread(Span<byte> pixels)
    {
        if (pixels.ContainsAnyExceptInRange<byte>(0, LargestShare))
        {
            return;
        }

        foreach (ref var pixel in pixels)
        {
            pixel = ToByte(pixel, FactorOf(areShares: true));
        }
    }
}
