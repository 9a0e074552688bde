using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;
using nietras.SeparatedValues;

namespace InfoGanMl.Preparation.Packed;

/// <summary>A CSV file with a row of pixels for each image and, if there is one, its label: Kaggle's way to hand out MNIST.</summary>
internal sealed class PixelTable : IPackedImages
{
    private const int LongestRow = 1 << 20; // characters
    private const long MostBytes = 4L << 30;
    private readonly byte[] _pixels;

    private PixelTable(ImageFormat format, byte[] pixels, IReadOnlyList<string?>? labels) =>
        (Format, _pixels, Labels) = (format, pixels, labels);

    /// <inheritdoc/>
    public int Count => _pixels.Length / Format.Size;

    /// <inheritdoc/>
    public ImageFormat Format { get; }

    /// <summary>The class of each image, null where it is unknown; null without labels.</summary>
    public IReadOnlyList<string?>? Labels { get; }

    /// <summary>The columns of a file that is such a table, as its first row says; null for any other file.</summary>
    /// <exception cref="InvalidPictureListException">It cannot be read.</exception>
    public static PixelColumns? FindColumns(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? PixelColumns.Of(ReadFirstRow(path)) : null;

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
        catch (Exception damage) when (damage is InvalidDataException or ArgumentException or FormatException)
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
        var (numbers, labels, lines) = (new List<float[]>(), new List<string?>(), new List<int>());
        foreach (var row in reader)
        {
            cancellation.ThrowIfCancellationRequested();
            numbers.Add(columns.Read(row));
            lines.Add(row.LineNumberFrom);
            labels.Add(columns.Label is { } at && row[at].ToString() is { Length: > 0 } label ? label : null);
        }

        var (format, size) = (columns.Format, columns.Format.Size);
        if ((long)numbers.Count * size > Array.MaxLength)
        {
            throw new InvalidPictureListException(path, $"{numbers.Count} images", $"at most {Array.MaxLength / size}");
        }

        var pixels = PixelNumbers.ToBytes(
            numbers.Count * size,
            i => numbers[i / size][i % size],
            (i, found, expected) =>
                new InvalidPictureListException(path, $"{found} in line {lines[i / size]}", expected)
        );
        return new(format, pixels, columns.Label is null ? null : labels);
    }

    private static string[] ReadFirstRow(string path)
    {
        using var file = Open(path);
        using var text = new StreamReader(file);
        var start = new char[LongestRow];
        var row = start.AsSpan(0, text.ReadBlock(start));
        return row[..(row.IndexOfAny('\r', '\n') is >= 0 and var end ? end : row.Length)]
            .ToString()
            .Split([',', ';', '\t']);
    }

    private static FileStream Open(string path) =>
        BoundedFile.Open(path, MostBytes, (f, e, i) => new InvalidPictureListException(path, f, e, i));
}
