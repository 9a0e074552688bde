using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;
using nietras.SeparatedValues;

namespace InfoGanMl.Preparation.Packed;

/// <summary>
/// A CSV file with a row for each image: its pixels, in columns of their own as Kaggle hands out MNIST, or in one as FER2013 has
/// them, and, if there are, its label and what it is for.
/// </summary>
internal sealed class PixelTable : IPackedImages
{
    private const long MostBytes = 4L << 30;
    private readonly byte[] _pixels;

    private PixelTable(ImageFormat format, byte[] pixels) => (Format, _pixels) = (format, pixels);

    /// <inheritdoc/>
    public int Count => _pixels.Length / Format.Size;

    /// <inheritdoc/>
    public ImageFormat Format { get; }

    /// <summary>The class of each image, null where it is unknown; null without labels.</summary>
    public IReadOnlyList<string?>? Labels { get; private init; }

    /// <summary>What each image is for; null where that is not given.</summary>
    public IReadOnlyList<Part>? Parts { get; private init; }

    /// <summary>The columns of a file that is such a table, as its first rows say; null for any other file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">The column that names the class; null for a usual name.</param>
    /// <exception cref="InvalidPictureListException">It cannot be read, or has no such column.</exception>
    public static PixelColumns? FindColumns(string path, string? label)
    {
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        using var file = Open(path);
        return PixelColumns.Of(path, TableStart.Read(file), label);
    }

    /// <summary>Reads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <exception cref="InvalidPictureListException">It is damaged.</exception>
    public static PixelTable Read(string path, PixelColumns columns, CancellationToken cancellation)
    {
        try
        {
            using var file = Open(path);
            using var reader = Sep.Reader(o => o with { HasHeader = columns.HasHeader, Unescape = true }).From(file);
            return Read(path, reader, columns, cancellation);
        }
        catch (Exception damage)
            when (damage is InvalidDataException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidPictureListException(
                path,
                damage.Message,
                "a number in every column of every row",
                damage
            );
        }
    }

    /// <inheritdoc/>
    public void CopyTo(int image, Span<byte> pixels) => _pixels.AsSpan(image * Format.Size, Format.Size).CopyTo(pixels);

    private static PixelTable Read(string path, SepReader reader, PixelColumns columns, CancellationToken cancellation)
    {
        var (rows, size) = (new List<PixelRow>(), columns.Format.Size);
        foreach (var row in reader)
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(PixelRow.Read(path, columns, row));
        }

        if ((long)rows.Count * size > Array.MaxLength)
        {
            throw new InvalidPictureListException(path, $"{rows.Count} images", $"at most {Array.MaxLength / size}");
        }

        int[] places = [.. Enumerable.Range(0, size).Select(columns.IndexOf)];
        var pixels = PixelNumbers.ToBytes(
            rows.Count * size,
            i => rows[i / size].Pixels[places[i % size]],
            (i, found, expected) =>
                new InvalidPictureListException(path, $"{found} in line {rows[i / size].Line}", expected)
        );
        return new(columns.Format, pixels)
        {
            Labels = columns.Label is null ? null : [.. rows.Select(row => row.Label)],
            Parts = columns.Split is null ? null : [.. rows.Select(row => row.Part!.Value)],
        };
    }

    private static FileStream Open(string path) =>
        BoundedFile.Open(path, MostBytes, (f, e, i) => new InvalidPictureListException(path, f, e, i));
}
