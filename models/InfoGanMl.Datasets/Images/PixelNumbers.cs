using static System.FormattableString;

namespace InfoGanMl.Datasets.Images;

/// <summary>Pixels that are stored as other numbers than bytes.</summary>
/// <remarks>
/// Where none is larger than 1, they are shares of full intensity, as most programs have them after loading; otherwise they are
/// what a byte would be.
/// </remarks>
public static class PixelNumbers
{
    /// <summary>Makes bytes of them, rounded: 0 for black and 255 for full intensity.</summary>
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

        var full = largest > 1 ? 1 : byte.MaxValue;
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)Math.Round(full * numberAt(i), MidpointRounding.AwayFromZero);
        }

        return bytes;
    }
}
