using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets;

/// <summary>Labelled images in memory, as bytes.</summary>
public sealed class ImageSet
{
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
    }

    /// <summary>Size of one image.</summary>
    public ImageFormat Format { get; }

    /// <summary>[N, C, H, W], 0 for black and 255 for full intensity.</summary>
    public byte[] Pixels { get; }

    /// <summary>[N] class indices.</summary>
    public byte[] Labels { get; }

    /// <summary>Number of images N.</summary>
    public int Count => Labels.Length;

    /// <summary>Copies the images at the given indices, in their order, with their labels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is below 0 or not below <see cref="Count"/>.</exception>
    public ImageSet Select(ReadOnlySpan<int> indices)
    {
        var pixels = new byte[indices.Length * Format.Size];
        var labels = new byte[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[i], nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], Count, nameof(indices));
            Pixels.AsSpan(indices[i] * Format.Size, Format.Size).CopyTo(pixels.AsSpan(i * Format.Size));
            labels[i] = Labels[indices[i]];
        }

        return new(Format, pixels, labels);
    }
}

/// <summary>A data set split into images to train on and images to test on, all of one format.</summary>
/// <param name="Name">Its name, as the model card states it.</param>
/// <param name="Train">Images to train on.</param>
/// <param name="Test">Images held out for the scores.</param>
public sealed record ImageDataset(string Name, ImageSet Train, ImageSet Test);
