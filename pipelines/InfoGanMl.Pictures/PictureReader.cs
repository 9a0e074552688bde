using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Decoding;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pictures.Layers;
using InfoGanMl.Pictures.Resizing;
using SkiaSharp;

namespace InfoGanMl.Pictures;

/// <summary>
/// Reads picture files (PNG, JPEG, BMP, GIF or WebP, of up to 50 million pixels and 64 MiB) as the images that a model has learned
/// from. The same file gives the same bytes wherever this is called, on every machine. It may be used from many threads at once.
/// </summary>
public sealed class PictureReader
{
    private readonly ImagePreparation _preparation;
    private readonly Composition _composition;

    /// <summary>Prepares to read.</summary>
    /// <param name="preparation">How pictures become images; a model's manifest says it.</param>
    /// <param name="format">Size of the images; 1 channel for gray or 3 for RGB.</param>
    /// <exception cref="ArgumentException">The images have another number of channels.</exception>
    public PictureReader(ImagePreparation preparation, ImageFormat format)
    {
        if (format.Channels is not (1 or 3))
        {
            throw new ArgumentException($"Found images of {format}; expected 1 channel or 3.", nameof(format));
        }

        (_preparation, Format) = (preparation, format);
        _composition = new(preparation, format);
    }

    /// <summary>Size of the images.</summary>
    public ImageFormat Format { get; }

    /// <summary>The same, or one that inverts every picture.</summary>
    internal PictureReader Inverting(bool always) =>
        always ? new(_preparation with { Invert = Inversion.True }, Format) : this;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The image, [C, H, W], 0 to 255.</returns>
    /// <exception cref="InvalidPictureException">It is broken, too large, or no picture.</exception>
    public byte[] Read(string path) => Read(path, PictureCheck.Read(path));

    /// <summary>Reads what a file holds: an upload, or a column of a database.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="file">Its content.</param>
    /// <returns>The image, [C, H, W], 0 to 255.</returns>
    /// <exception cref="InvalidPictureException">It is broken, too large, or no picture.</exception>
    public byte[] Read(string name, byte[] file)
    {
        var layer = NewLayer();
        return Compose(layer, PictureDecoder.Decode(name, file, _preparation, layer));
    }

    /// <summary>Reads a picture that somebody else has decoded; nobody knows any more how it was turned.</summary>
    /// <param name="pixels">[H, W, RGBA] or [H, W, BGRA], the colors multiplied by alpha.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="isBlueFirst">Whether it is BGRA.</param>
    internal byte[] Read(ReadOnlySpan<byte> pixels, int width, bool isBlueFirst)
    {
        var layer = NewLayer();
        var rowBytes = Resampler.Channels * width;
        var rows = new PixelRows(pixels, rowBytes, new(width, pixels.Length / rowBytes));
        var ground = layer.Draw(rows, _preparation.Resize, SKEncodedOrigin.Default);
        return Compose(isBlueFirst ? layer.WithRedAndBlueExchanged() : layer, ground);
    }

    private Layer NewLayer() => new(new byte[Layer.BytesOf(Format)], new(Format.Width, Format.Height));

    private byte[] Compose(Layer layer, Ground ground)
    {
        var image = new byte[Format.Size];
        _composition.Compose(layer, ground, image);
        return image;
    }
}
