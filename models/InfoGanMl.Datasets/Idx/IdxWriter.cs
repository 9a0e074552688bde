using System.Buffers.Binary;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Idx;

/// <summary>
/// Writes an IDX file value by value, for sets larger than the memory. The file is whole or absent: it has another name until it
/// is <see cref="Complete">complete</see>.
/// </summary>
public sealed class IdxWriter : IDisposable
{
    private const int CountOffset = sizeof(int); // the count follows the magic number, and is known at the end alone
    private readonly AtomicFile _file;
    private readonly int _itemSize;

    private IdxWriter(string path, int itemSize, params int[] header)
    {
        (_file, _itemSize) = (AtomicFile.Create(path), itemSize);
        foreach (var number in header)
        {
            WriteNumber(number);
        }
    }

    /// <summary>Images or labels so far.</summary>
    public int Count { get; private set; }

    /// <summary>The usual name of a file of images.</summary>
    /// <param name="part">train, or t10k for images to test on.</param>
    /// <param name="format">Their size: gray images have one dimension less.</param>
    public static string ImagesName(string part, ImageFormat format) =>
        $"{part}-images-idx{(format.Channels == 1 ? 3 : 4)}-ubyte";

    /// <summary>The usual name of a file of labels.</summary>
    /// <param name="part">train, or t10k for images to test on.</param>
    /// <param name="areWide">Whether they are 32-bit numbers and not bytes.</param>
    public static string LabelsName(string part, bool areWide) => $"{part}-labels-idx1-{(areWide ? "int" : "ubyte")}";

    /// <summary>Begins a file of images: [N, H, W] for gray ones, as MNIST's, and else [N, C, H, W].</summary>
    public static IdxWriter ForImages(string path, ImageFormat format) =>
        format.Channels == 1
            ? new(path, format.Size, IdxFile.GrayMagic, 0, format.Height, format.Width)
            : new(path, format.Size, IdxFile.ColorMagic, 0, format.Channels, format.Height, format.Width);

    /// <summary>Begins a file of labels: [N].</summary>
    /// <param name="path">Where.</param>
    /// <param name="areWide">Whether they are 32-bit numbers, for more than 256 classes or unknown ones, and not bytes.</param>
    public static IdxWriter ForLabels(string path, bool areWide) =>
        areWide ? new(path, sizeof(int), IdxFile.WideLabelsMagic, 0) : new(path, 1, IdxFile.LabelsMagic, 0);

    /// <summary>Appends a label.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void WriteLabel(int label)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, label);
        Write(bytes[^_itemSize..]);
    }

    /// <summary>Appends whole images.</summary>
    /// <exception cref="ArgumentException">They are not whole, or more than the format can count.</exception>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void Write(ReadOnlySpan<byte> values)
    {
        var (items, rest) = Math.DivRem(values.Length, _itemSize);
        if (rest != 0 || items > int.MaxValue - Count)
        {
            throw new ArgumentException(
                $"Found {values.Length} values after {Count} images; expected a multiple of {_itemSize}, and room for them.",
                nameof(values)
            );
        }

        _file.Content.Write(values);
        Count += items;
    }

    /// <summary>Fills in the count, waits until all is on the disk, and gives the file its name.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public void Complete()
    {
        _file.Content.Position = CountOffset;
        WriteNumber(Count);
        _file.Complete();
    }

    /// <summary>Deletes the file unless it is complete.</summary>
    public void Dispose() => _file.Dispose();

    private void WriteNumber(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        _file.Content.Write(bytes);
    }
}
