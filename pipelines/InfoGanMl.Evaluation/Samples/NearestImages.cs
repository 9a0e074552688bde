using System.Numerics;
using System.Runtime.InteropServices;
using InfoGanMl.Datasets.Images;

namespace InfoGanMl.Evaluation.Samples;

/// <summary>
/// Finds the image of a set that looks most like another one, by comparing with all of them. Several threads may use it at
/// the same time.
/// </summary>
/// <param name="images">The images to find; not copied.</param>
public sealed class NearestImages(ImageSet images)
{
    // So many squares of bytes fit one lane of 32 bits however few lanes there are; and an image that is further away than
    // the nearest one so far already in its first bytes need not be read to the end.
    private const int BlockLength = 256;

    /// <summary>Finds the nearest image, of several as near the first.</summary>
    /// <param name="image">[C, H, W], 0 for black and 255 for full intensity.</param>
    /// <returns>Its index in the set, and the Euclidean distance of the pixels scaled to [0, 1].</returns>
    /// <exception cref="ArgumentException">It is not an image of the set's format.</exception>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    public (int Index, double Distance) Find(ReadOnlySpan<byte> image)
    {
        if (image.Length != images.Format.Size)
        {
            throw new ArgumentException(
                $"Found {image.Length} pixels; expected {images.Format.Size}, a {images.Format} image.",
                nameof(image)
            );
        }

        var (nearest, least) = (-1, long.MaxValue);
        for (var index = 0; index < images.Count; index++)
        {
            var other = images.Pixels.AsSpan(index * image.Length, image.Length);
            var distance = SquaredDistance(image, other, least);
            if (distance < least)
            {
                (nearest, least) = (index, distance);
            }
        }

        return nearest >= 0
            ? (nearest, Math.Sqrt(least) / byte.MaxValue)
            : throw new InvalidOperationException("Found no images to compare with; expected at least one.");
    }

    /// <summary>Exact below the limit; some value that is not below the limit otherwise.</summary>
    private static long SquaredDistance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, long limit)
    {
        var sum = 0L;
        for (; a.Length > BlockLength && sum < limit; a = a[BlockLength..], b = b[BlockLength..])
        {
            sum += SquaredDistance(a[..BlockLength], b[..BlockLength]);
        }

        return sum < limit ? sum + SquaredDistance(a, b) : sum;
    }

    /// <summary>Of one block.</summary>
    private static uint SquaredDistance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sums = Vector<uint>.Zero;
        var vectorsOfA = MemoryMarshal.Cast<byte, Vector<byte>>(a);
        var vectorsOfB = MemoryMarshal.Cast<byte, Vector<byte>>(b);
        for (var i = 0; i < vectorsOfA.Length; i++)
        {
            // |a − b| without a sign; its square fits 16 bits.
            var difference = Vector.Max(vectorsOfA[i], vectorsOfB[i]) - Vector.Min(vectorsOfA[i], vectorsOfB[i]);
            Vector.Widen(difference, out var low, out var high);
            sums += Sum(low * low) + Sum(high * high);
        }

        var sum = Vector.Sum(sums);
        for (var i = vectorsOfA.Length * Vector<byte>.Count; i < a.Length; i++)
        {
            sum += (uint)((a[i] - b[i]) * (a[i] - b[i]));
        }

        return sum;
    }

    /// <summary>Of both halves of the lanes, in lanes of twice the width.</summary>
    private static Vector<uint> Sum(Vector<ushort> values)
    {
        Vector.Widen(values, out var low, out var high);
        return low + high;
    }
}
