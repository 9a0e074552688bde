using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pictures.Layers;
using InfoGanMl.Pictures.Resizing;
using SkiaSharp;

namespace InfoGanMl.Pictures.Decoding;

/// <summary>Makes layers of picture files.</summary>
internal static class PictureDecoder
{
    /// <summary>Memory that one picture may take at the worst: a progressive JPEG of 50 million pixels.</summary>
    public const long MostBytes = 640L << 20;

    /// <summary>A JPEG is decoded at a fraction of its size while that is still this many times what is needed.</summary>
    private const float Reserve = 3;

    /// <summary>Decodes, resizes and turns a picture.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="file">Its content.</param>
    /// <param name="preparation">The rule, and how far 16-bit values are stretched.</param>
    /// <param name="layer">What the picture shows, at an image's size.</param>
    /// <returns>What it stands on.</returns>
    /// <exception cref="InvalidPictureException">It is broken, too large, or no picture.</exception>
    public static Ground Decode(string path, byte[] file, ImagePreparation preparation, Layer layer)
    {
        using var codec = PictureCheck.Open(path, file);
        var (origin, rule) = (codec.EncodedOrigin, preparation.Resize);
        if (preparation.SignificantBits is { } bits && DeepPng.Is(file))
        {
            using var deep = DeepPng.Decode(path, file);
            return layer.Draw(new(deep.Stretch(bits), 4 * codec.Info.Width, ExtentOf(codec.Info.Size)), rule, origin);
        }

        var size = SizeFor(codec, Math.Max(layer.Size.Width, layer.Size.Height));
        using var bitmap = DecodePixels(path, codec, size, SKColorType.Rgba8888, SKAlphaType.Premul);
        return layer.Draw(new(bitmap.GetPixelSpan(), bitmap.RowBytes, ExtentOf(size)), rule, origin);
    }

    /// <summary>Decodes a picture whole.</summary>
    /// <exception cref="InvalidPictureException">It is broken.</exception>
    public static SKBitmap DecodePixels(string path, SKCodec codec, SKSizeI size, SKColorType color, SKAlphaType alpha)
    {
        var info = new SKImageInfo(size.Width, size.Height, color, alpha); // without a color space, colors stay as they are stored
        var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        throw new InvalidPictureException(path, Describe(result), "a picture that can be decoded whole");
    }

    private static Extent ExtentOf(SKSizeI size) => new(size.Width, size.Height);

    private static SKSizeI SizeFor(SKCodec codec, int size)
    {
        var whole = codec.Info.Size;
        var scale = Reserve * size / Math.Min(whole.Width, whole.Height);
        return scale < 1 ? codec.GetScaledDimensions(scale) : whole; // other kinds than JPEG come in their own size alone
    }

    private static string Describe(SKCodecResult result) =>
        result switch
        {
            SKCodecResult.IncompleteInput => "a file that ends too early",
            SKCodecResult.ErrorInInput => "damaged data",
            _ => $"data that is not decoded ({result})",
        };
}
