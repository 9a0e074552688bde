using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Arrays;

/// <summary>Images in an array of numbers, whatever the order of its axes.</summary>
internal sealed class ImageArrays : IPackedImages
{
    private readonly ImageLayout _layout;
    private readonly NumericArray _array;
    private readonly int _factor; // from the values to 0..255

    /// <summary>Checks the sizes and every value.</summary>
    /// <param name="array">
    /// Numbers in [0, 1], booleans among them, or in [0, 255] if one is above 1 (<see cref="PixelNumbers"/>).
    /// </param>
    /// <param name="layout">Which of its axes is which.</param>
    /// <exception cref="InvalidArrayFileException">It has other axes, or values that are no pixels.</exception>
    public ImageArrays(NumericArray array, ImageLayout layout)
    {
        (_array, _layout) = (array, layout);
        var (channels, height, width) = (Size('C'), Size('H'), Size('W'));
        if (!layout.Fits(array.Shape) || channels is not (1 or 3) || array.Count == 0)
        {
            throw array.Source.Refuse(
                $"{array.Type.Describe()} {array.Shape}",
                $"images {layout}: N at least one, of {layout.DescribeSize()}",
                layout.Remedy
            );
        }

        Count = Size('N');
        Format = new(channels, height, width);
        _factor = FindFactor(array);
    }

    /// <summary>Number of images.</summary>
    public int Count { get; }

    /// <summary>Their size.</summary>
    public ImageFormat Format { get; }

    /// <summary>Copies an image as bytes [C, H, W]; fractions are rounded to the nearest.</summary>
    /// <param name="image">Its number, from 0 on.</param>
    /// <param name="pixels">Room for one image.</param>
    public void CopyTo(int image, Span<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(image);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(image, Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, Format.Size);
        var (first, to) = (image * Stride('N'), 0);
        for (var channel = 0; channel < Format.Channels; channel++)
        {
            for (var row = 0; row < Format.Height; row++, to += Format.Width)
            {
                CopyRow(first + channel * Stride('C') + row * Stride('H'), pixels.Slice(to, Format.Width));
            }
        }
    }

    private void CopyRow(int from, Span<byte> row)
    {
        var step = Stride('W');
        if (_factor == 1 && _array.Values.Type == ElementType.UInt8)
        {
            var bytes = _array.Values.Bytes;
            for (var column = 0; column < row.Length; column++, from += step)
            {
                row[column] = bytes[from];
            }

            return;
        }

        for (var column = 0; column < row.Length; column++, from += step)
        {
            row[column] = PixelNumbers.ToByte(_array.Values[from], _factor);
        }
    }

    private static int FindFactor(NumericArray array)
    {
        var outside = array.Values.FindOutside(0, byte.MaxValue);
        if (outside >= 0)
        {
            throw array.RefuseValue(
                outside,
                array.Type.IsFloat() ? "pixels from 0 to 1, or from 0 to 255" : "pixels from 0 to 255, in 8 bits",
                "Scale the images to 0 to 255, and save them as 8-bit integers without sign."
            );
        }

        return PixelNumbers.FactorOf(areShares: array.Values.FindOutside(0, PixelNumbers.LargestShare) < 0);
    }

    private int Size(char axis) => _layout.Find(axis, _array.Shape).Size;

    private int Stride(char axis) => _layout.Find(axis, _array.Shape).Stride;
}
