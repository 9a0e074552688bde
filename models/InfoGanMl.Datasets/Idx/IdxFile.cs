using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Idx;

/// <summary>
/// Reads IDX files, the format of MNIST: a big-endian magic number and sizes, then the values, which may be bytes, other whole
/// numbers or floats.
/// </summary>
/// <remarks>
/// Gray images have three dimensions, [N, H, W], as MNIST's; images of a fourth, [N, C, H, W], may be in color. Labels have one,
/// or several columns, of which the first is the class, as QMNIST's.
/// <para/>
/// Gzipped files are recognized by their first two bytes, whatever their names. As a small one can hold anything, they may
/// unpack to 1 GiB at most.
/// </remarks>
public static class IdxFile
{
    internal const int LabelsMagic = 0x0801; // unsigned bytes, one dimension
    internal const int WideLabelsMagic = 0x0C01; // 32-bit numbers, one dimension
    internal const int GrayMagic = 0x0803; // unsigned bytes, three dimensions
    internal const int ColorMagic = 0x0804; // unsigned bytes, four dimensions
    private const int LongestSide = 4096; // pixels
    private const int MostColumns = 1024; // of labels

    /// <summary>Reads images, gray or RGB, and their labels.</summary>
    /// <param name="imagesPath">The images.</param>
    /// <param name="labelsPath">Their labels; null for images without.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidIdxException">A file is damaged or unreadable, or the files do not belong together.</exception>
    public static async Task<ImageSet> ReadAsync(string imagesPath, string? labelsPath, CancellationToken cancellation)
    {
        var (format, pixels) = await ReadImagesAsync(imagesPath, cancellation);
        if (labelsPath is null)
        {
            return new(format, pixels);
        }

        var labels = await ReadLabelsAsync(labelsPath, cancellation);
        var count = pixels.Length / format.Size;
        return labels.Length == count
            ? new(format, pixels, labels)
            : throw new InvalidIdxException(
                labelsPath,
                offset: 4,
                $"{labels.Length} labels",
                $"{count}, one for each image in {imagesPath}"
            );
    }

    private static async Task<(ImageFormat, byte[])> ReadImagesAsync(string path, CancellationToken cancellation)
    {
        await using var file = IdxStream.Open(path);
        var (type, dimensions) = await file.ReadMagicAsync(cancellation);
        if (dimensions is not (3 or 4))
        {
            throw file.Refuse(3, Count(dimensions, "dimension"), "3, [N, H, W], or 4, [N, C, H, W], as images have");
        }

        var count = await file.ReadNumberAsync("number of images", 1, int.MaxValue, cancellation);
        var channels = dimensions == 4 ? await file.ReadOneOfAsync("number of channels", [1, 3], cancellation) : 1;
        var height = await file.ReadNumberAsync("image height", 1, LongestSide, cancellation);
        var width = await file.ReadNumberAsync("image width", 1, LongestSide, cancellation);
        var format = new ImageFormat(channels, height, width);
        var start = file.Offset;
        var values = await file.ReadRestAsync((long)count * format.Size * type.Size(), cancellation);
        return (format, type == IdxType.UnsignedByte ? values : ToPixels(file, start, type, values));
    }

    private static byte[] ToPixels(IdxStream file, long start, IdxType type, byte[] values)
    {
        var size = type.Size();
        return PixelNumbers.ToBytes(
            values.Length / size,
            i => type.Read(values.AsSpan(i * size)),
            (i, found, expected) => file.Refuse(start + (long)i * size, found, expected)
        );
    }

    private static async Task<int[]> ReadLabelsAsync(string path, CancellationToken cancellation)
    {
        await using var file = IdxStream.Open(path);
        var (type, dimensions) = await file.ReadMagicAsync(cancellation);
        if (dimensions is not (1 or 2))
        {
            throw file.Refuse(
                3,
                Count(dimensions, "dimension"),
                "1, or 2 of which the first column counts, as labels have"
            );
        }

        var count = await file.ReadNumberAsync("number of labels", 1, int.MaxValue, cancellation);
        var columns = dimensions == 2 ? await file.ReadNumberAsync("columns", 1, MostColumns, cancellation) : 1;
        var (start, step) = (file.Offset, columns * type.Size());
        var values = await file.ReadRestAsync((long)count * step, cancellation);
        var labels = new int[count];
        for (var i = 0; i < count; i++)
        {
            var label = type.Read(values.AsSpan(i * step));
            labels[i] =
                label is >= ImageSet.Unknown and < ClassNamesFile.MostClasses && double.IsInteger(label)
                    ? (int)label
                    : throw file.Refuse(
                        start + (long)i * step,
                        FormattableString.Invariant($"label {label}"),
                        $"0 to {ClassNamesFile.MostClasses - 1}, or {ImageSet.Unknown} for an unknown class"
                    );
        }

        return labels;
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
