using System.Security.Cryptography;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Images;

/// <summary>Images in memory, as bytes, with or without labels.</summary>
public sealed class ImageSet
{
    /// <summary>Images without labels.</summary>
    /// <param name="format">Size of one image.</param>
    /// <param name="pixels">[N, C, H, W], 0 for black and 255 for full intensity.</param>
    /// <exception cref="ArgumentException">The pixels do not make whole images.</exception>
    public ImageSet(ImageFormat format, byte[] pixels)
    {
        Count = format.CountImages<byte>(pixels);
        Format = format;
        Pixels = pixels;
        Labels = [];
    }

    /// <summary>Pairs images with their labels.</summary>
    /// <param name="format">Size of one image.</param>
    /// <param name="pixels">[N, C, H, W], 0 for black and 255 for full intensity.</param>
    /// <param name="labels">[N] class indices; training never reads them.</param>
    /// <exception cref="ArgumentException">The pixels do not fill one image for each label.</exception>
    public ImageSet(ImageFormat format, byte[] pixels, byte[] labels)
    {
        if (pixels.LongLength != (long)labels.Length * format.Size)
        {
            throw new ArgumentException(
                $"{labels.Length} images of {format} have {(long)labels.Length * format.Size} pixels, not {pixels.Length}.",
                nameof(pixels)
            );
        }

        Format = format;
        Pixels = pixels;
        Labels = labels;
        Count = labels.Length;
    }

    /// <summary>Size of one image.</summary>
    public ImageFormat Format { get; }

    /// <summary>[N, C, H, W], 0 for black and 255 for full intensity.</summary>
    public byte[] Pixels { get; }

    /// <summary>[N] class indices; empty for images without labels.</summary>
    public byte[] Labels { get; }

    /// <summary>Number of images N.</summary>
    public int Count { get; }

    /// <summary>Whether every image has a label.</summary>
    public bool IsLabeled => Labels.Length > 0;

    /// <summary>How many different images there are, or <paramref name="most"/> when there are more.</summary>
    public int CountDifferent(int most)
    {
        var seen = new HashSet<string>(); // of digests, as images are large
        for (var image = 0; image < Count && seen.Count < most; image++)
        {
            seen.Add(Convert.ToHexString(SHA256.HashData(Pixels.AsSpan(image * Format.Size, Format.Size))));
        }

        return seen.Count;
    }

    /// <summary>All images in their order, a batch at a time: [n, C, H, W] in [0, 1].</summary>
    /// <param name="size">Images in a batch, the last one excepted.</param>
    public IEnumerable<float[]> ToBatches(int size = 500)
    {
        for (var start = 0; start < Count; start += size)
        {
            var count = Math.Min(size, Count - start);
            yield return ImageFormat.ToFloats(Pixels.AsSpan(start * Format.Size, count * Format.Size));
        }
    }

    /// <summary>Copies the images at the given indices, in their order, with their labels if they have any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is below 0 or not below <see cref="Count"/>.</exception>
    public ImageSet Select(ReadOnlySpan<int> indices)
    {
        var pixels = new byte[indices.Length * Format.Size];
        var labels = new byte[IsLabeled ? indices.Length : 0];
        for (var i = 0; i < indices.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[i], nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], Count, nameof(indices));
            Pixels.AsSpan(indices[i] * Format.Size, Format.Size).CopyTo(pixels.AsSpan(i * Format.Size));
            if (IsLabeled)
            {
                labels[i] = Labels[indices[i]];
            }
        }

        return IsLabeled ? new(Format, pixels, labels) : new(Format, pixels);
    }
}
