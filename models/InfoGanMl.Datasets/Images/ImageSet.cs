using System.Security.Cryptography;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Images;

/// <summary>Images in memory, as bytes, with labels of all, of some, or of none.</summary>
public sealed class ImageSet
{
    /// <summary>The label of an image whose class nobody knows.</summary>
    public const int Unknown = -1;

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
    /// <param name="labels">[N] class indices, or <see cref="Unknown"/>; training never reads them.</param>
    /// <exception cref="ArgumentException">The pixels do not fill one image for each label.</exception>
    public ImageSet(ImageFormat format, byte[] pixels, int[] labels)
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
        CountLabeled = labels.Count(label => label != Unknown);
    }

    /// <summary>Size of one image.</summary>
    public ImageFormat Format { get; }

    /// <summary>[N, C, H, W], 0 for black and 255 for full intensity.</summary>
    public byte[] Pixels { get; }

    /// <summary>[N] class indices, or <see cref="Unknown"/>; empty for images without labels.</summary>
    public int[] Labels { get; }

    /// <summary>Number of images N.</summary>
    public int Count { get; }

    /// <summary>How many images have a label.</summary>
    public int CountLabeled { get; }

    /// <summary>Whether any image has a label.</summary>
    public bool IsLabeled => CountLabeled > 0;

    /// <summary>The class of an image; <see cref="Unknown"/> where it has no label.</summary>
    public int LabelOf(int image) => Labels.Length > 0 ? Labels[image] : Unknown;

    /// <summary>The images that have a label.</summary>
    public ImageSet Labeled() =>
        CountLabeled == Count
            ? this
            : Select([.. Enumerable.Range(0, Labels.Length).Where(image => Labels[image] != Unknown)]);

    /// <summary>The same images with rows and columns exchanged.</summary>
    public ImageSet Transposed()
    {
        var format = new ImageFormat(Format.Channels, Format.Width, Format.Height);
        var (plane, pixels) = (Format.Height * Format.Width, new byte[Pixels.Length]);
        for (var i = 0; i < Pixels.Length; i++)
        {
            var (row, column) = Math.DivRem(i % plane, Format.Width);
            pixels[i - i % plane + column * Format.Height + row] = Pixels[i];
        }

        return With(format, pixels, Labels);
    }

    /// <summary>The negatives of the images.</summary>
    public ImageSet Inverted() =>
        With(Format, Array.ConvertAll(Pixels, pixel => (byte)(byte.MaxValue - pixel)), Labels);

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
        var labels = new int[Labels.Length > 0 ? indices.Length : 0];
        for (var i = 0; i < indices.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[i], nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], Count, nameof(indices));
            Pixels.AsSpan(indices[i] * Format.Size, Format.Size).CopyTo(pixels.AsSpan(i * Format.Size));
            if (Labels.Length > 0)
            {
                labels[i] = Labels[indices[i]];
            }
        }

        return With(Format, pixels, labels);
    }

    private ImageSet With(ImageFormat format, byte[] pixels, int[] labels) =>
        Labels.Length > 0 ? new(format, pixels, labels) : new(format, pixels);
}
