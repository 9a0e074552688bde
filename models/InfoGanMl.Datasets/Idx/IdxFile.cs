using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Idx;

/// <summary>Reads IDX files, the format of MNIST: a big-endian magic number and sizes, then one byte per value.</summary>
/// <remarks>
/// Gray images have three dimensions, [N, H, W], as MNIST's; images of a fourth, [N, C, H, W], may be in color.
/// <see cref="IdxWriter"/> writes both.
/// <para/>
/// Gzipped files are recognized by their first two bytes, whatever their names. As a small one can hold anything, they may
/// unpack to 256 MiB at most.
/// </remarks>
public static class IdxFile
{
    internal const int LabelsMagic = 2049; // unsigned bytes, one dimension
    internal const int GrayMagic = 2051; // unsigned bytes, three dimensions
    internal const int ColorMagic = 2052; // unsigned bytes, four dimensions
    private const int LongestSide = 4096; // pixels

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
        var magic = await file.ReadOneOfAsync("magic number", [GrayMagic, ColorMagic], cancellation);
        var count = await file.ReadNumberAsync("number of images", 1, int.MaxValue, cancellation);
        var channels = magic == ColorMagic ? await file.ReadOneOfAsync("number of channels", [1, 3], cancellation) : 1;
        var height = await file.ReadNumberAsync("image height", 1, LongestSide, cancellation);
        var width = await file.ReadNumberAsync("image width", 1, LongestSide, cancellation);
        var format = new ImageFormat(channels, height, width);
        return (format, await file.ReadRestAsync((long)count * format.Size, cancellation));
    }

    private static async Task<byte[]> ReadLabelsAsync(string path, CancellationToken cancellation)
    {
        await using var file = IdxStream.Open(path);
        await file.ReadOneOfAsync("magic number", [LabelsMagic], cancellation);
        var count = await file.ReadNumberAsync("number of labels", 1, int.MaxValue, cancellation);
        return await file.ReadRestAsync(count, cancellation);
    }
}
