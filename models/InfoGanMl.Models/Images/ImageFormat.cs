using System.Text.Json.Serialization;
using InfoGanMl.Models.Checks;

namespace InfoGanMl.Models.Images;

/// <summary>Size of an image, and the one place that converts stored bytes to the floats that networks see.</summary>
/// <remarks>Everywhere in InfoGanMl a batch of images is [N, C, H, W], with 0 for black and 1 for full intensity.</remarks>
/// <param name="Channels">1 for gray, 3 for RGB.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Width">Width in pixels.</param>
public sealed record ImageFormat(int Channels, int Height, int Width)
{
    /// <summary>Value of one byte step: a byte b becomes b · PixelScale, so 255 becomes 1.</summary>
    public const float PixelScale = 1f / 255f;

    /// <summary>Number of values in one image.</summary>
    [JsonIgnore]
    public int Size => Channels * Height * Width;

    /// <summary>Number of images that these values make.</summary>
    /// <exception cref="ArgumentException">They do not make whole images.</exception>
    public int CountImages<T>(ReadOnlySpan<T> values)
    {
        var (count, rest) = Math.DivRem(values.Length, Size);
        return rest == 0
            ? count
            : throw new ArgumentException(
                $"Found {values.Length} values; expected a multiple of {Size}, the size of a {this} image.",
                nameof(values)
            );
    }

    /// <summary>Converts bytes 0..255 to floats in [0, 1].</summary>
    public static float[] ToFloats(ReadOnlySpan<byte> bytes)
    {
        var floats = new float[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            floats[i] = bytes[i] * PixelScale;
        }

        return floats;
    }

    /// <summary>Converts floats in [0, 1] to bytes, rounding to the nearest and clamping what lies outside.</summary>
    public static byte[] ToBytes(ReadOnlySpan<float> floats)
    {
        var bytes = new byte[floats.Length];
        for (var i = 0; i < floats.Length; i++)
        {
            bytes[i] = (byte)Math.Clamp(MathF.Round(floats[i] * 255f), 0f, 255f);
        }

        return bytes;
    }

    /// <summary>All that is wrong with it; empty when networks can be bound to it.</summary>
    internal IEnumerable<string> FindMistakes() =>
        Require
            .AtLeast(1, ("Image.Channels", Channels), ("Image.Height", Height), ("Image.Width", Width))
            .Concat(Require.AtMost(3, ("Image.Channels", Channels)))
            .Concat(Require.AtMost(Limits.ImageSide, ("Image.Height", Height), ("Image.Width", Width)));

    /// <inheritdoc/>
    public override string ToString() => $"{Channels}×{Height}×{Width}";
}
