using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Cifar;

/// <summary>Reads the files of CIFAR-10's binary version (Krizhevsky 2009).</summary>
/// <remarks>
/// A file is nothing but records: a byte with the label, 0 to 9, then an image, [C, H, W] of 3×32×32 bytes, as images are here.
/// </remarks>
internal static class CifarRecords
{
    /// <summary>Size of one image.</summary>
    public static ImageFormat Format { get; } = new(3, 32, 32);

    /// <summary>Bytes of a record.</summary>
    public const int Size = 1 + 3 * 32 * 32;

    private const int Classes = 10;
    private const long MostBytes = 1L << 28; // of a file, about nine times what CIFAR-10's have

    /// <summary>Reads files one after the other into [N, 3, 32, 32] and the labels.</summary>
    /// <param name="paths">The files, in the order of their images.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="InvalidCifarException">A file is damaged or unreadable.</exception>
    public static Task<ImageSet> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellation) =>
        Task.Run(
            () =>
            {
                var files = new List<byte[]>();
                foreach (var path in paths)
                {
                    cancellation.ThrowIfCancellationRequested();
                    files.Add(ReadChecked(path));
                }

                return Split(files);
            },
            cancellation
        );

    private static byte[] ReadChecked(string path)
    {
        var records = BoundedFile.ReadAllBytes(
            path,
            MostBytes,
            (found, expected, inner) => new InvalidCifarException(path, 0, found, expected, inner)
        );
        var rest = records.Length % Size;
        if (rest != 0)
        {
            throw new InvalidCifarException(
                path,
                records.Length - rest,
                $"{rest} bytes and the end of the file",
                $"{Size}, a label and an image of {Format}"
            );
        }

        for (var start = 0; start < records.Length; start += Size)
        {
            if (records[start] >= Classes)
            {
                throw new InvalidCifarException(path, start, $"label {records[start]}", $"0 to {Classes - 1}");
            }
        }

        return records;
    }

    private static ImageSet Split(List<byte[]> files)
    {
        var labels = new int[files.Sum(file => file.Length / Size)];
        var (pixels, image) = (new byte[labels.Length * Format.Size], 0);
        foreach (var file in files)
        {
            for (var start = 0; start < file.Length; start += Size, image++)
            {
                labels[image] = file[start];
                file.AsSpan(start + 1, Format.Size).CopyTo(pixels.AsSpan(image * Format.Size));
            }
        }

        return new(Format, pixels, labels);
    }
}
