using System.Globalization;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Layers;
using InfoGanMl.Preparation.Sources;
using SkiaSharp;

namespace InfoGanMl.Preparation.Packed;

/// <summary>Pictures that are images in files of many.</summary>
/// <param name="parts">The files.</param>
internal sealed class PackedPictures(IReadOnlyList<PackedPart> parts) : IPictureStore
{
    private const int Channels = 4; // red, green, blue and alpha

    private readonly Dictionary<string, IPackedImages> _images = parts.ToDictionary(
        part => part.Name,
        part => part.Images
    );

    /// <inheritdoc/>
    public DecodedPicture Draw(SourcePicture picture, ImagePreparation preparation, Layer layer)
    {
        var end = picture.Path.LastIndexOf('/');
        var images = _images[picture.Path[..end]];
        var pixels = ToRows(images, int.Parse(picture.Path.AsSpan(end + 1), CultureInfo.InvariantCulture));
        var (width, height) = (images.Format.Width, images.Format.Height);
        var rows = new PixelRows(pixels, Channels * width, new(width, height));
        var ground = layer.Draw(rows, preparation.Resize, SKEncodedOrigin.Default);
        return new(ground, Colors.Has(layer), LargestDeepValue: 0);
    }

    /// <summary>[H, W, RGBA].</summary>
    private static byte[] ToRows(IPackedImages images, int image)
    {
        var format = images.Format;
        var (plane, planes) = (format.Height * format.Width, new byte[format.Size]);
        images.CopyTo(image, planes);
        var rows = new byte[Channels * plane];
        for (var i = 0; i < plane; i++)
        {
            for (var channel = 0; channel < Channels - 1; channel++)
            {
                rows[Channels * i + channel] = planes[Math.Min(channel, format.Channels - 1) * plane + i];
            }

            rows[Channels * i + Channels - 1] = byte.MaxValue;
        }

        return rows;
    }
}
