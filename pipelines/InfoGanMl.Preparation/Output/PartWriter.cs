using InfoGanMl.Datasets.Idx;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Decoding;

namespace InfoGanMl.Preparation.Output;

/// <summary>Writes the images to train on, or those to test on, with their labels.</summary>
internal sealed class PartWriter : IDisposable
{
    private readonly string _folder;
    private readonly string _part;
    private readonly byte[]? _gray;
    private readonly ImageFormat _format;
    private readonly IdxWriter _images;
    private readonly IdxWriter? _labels;

    /// <summary>Begins the files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="part">train or t10k, as in MNIST.</param>
    /// <param name="format">Size of the images.</param>
    /// <param name="isLabeled">Whether there are labels.</param>
    public PartWriter(string folder, string part, ImageFormat format, bool isLabeled)
    {
        (_folder, _part, _format) = (folder, part, format);
        _gray = format.Channels == 1 ? new byte[format.Size] : null;
        _images = IdxWriter.ForImages(PathOf(format), format);
        _labels = isLabeled ? IdxWriter.ForLabels(Path.Combine(folder, IdxWriter.LabelsName(part))) : null;
    }

    /// <summary>Images so far.</summary>
    public int Count => _images.Count;

    /// <summary>Appends an image, [RGB, H, W].</summary>
    public void Write(ReadOnlySpan<byte> planes, int label)
    {
        if (_gray is null)
        {
            _images.Write(planes);
        }
        else
        {
            Colors.ToGray(planes, _gray);
            _images.Write(_gray);
        }

        _labels?.Write([(byte)label]);
    }

    /// <summary>Completes the files.</summary>
    public void Complete()
    {
        _images.Complete();
        _labels?.Complete();
    }

    /// <summary>Replaces the complete file of images, in color, by a gray one.</summary>
    public void MakeGray(CancellationToken cancellation)
    {
        var gray = _format with { Channels = 1 };
        var (planes, lightness) = (new byte[_format.Size], new byte[gray.Size]);
        using (var file = File.OpenRead(PathOf(_format)))
        using (var images = IdxWriter.ForImages(PathOf(gray), gray))
        {
            file.Position = file.Length - (long)Count * _format.Size; // behind the header
            for (var i = 0; i < Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                file.ReadExactly(planes);
                Colors.ToGray(planes, lightness);
                images.Write(lightness);
            }

            images.Complete();
        }

        File.Delete(PathOf(_format));
    }

    public void Dispose()
    {
        _images.Dispose();
        _labels?.Dispose();
    }

    private string PathOf(ImageFormat format) => Path.Combine(_folder, IdxWriter.ImagesName(_part, format));
}
