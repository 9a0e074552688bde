using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Pipelines.Pictures;
using InfoGanMl.Preparation.Options;
using SkiaSharp;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>Makes images of picture files.</summary>
internal static class PictureDecoder
{
    /// <summary>Memory that one picture may take at the worst: a progressive JPEG of 50 million pixels.</summary>
    public const long MostBytes = 640L << 20;

    /// <summary>A JPEG is decoded at a fraction of its size while that is still this many times what is needed.</summary>
    private const float Reserve = 3;

    /// <summary>Decodes, resizes and turns a picture.</summary>
    /// <param name="path">The file; it is read once.</param>
    /// <param name="options">Size and rule.</param>
    /// <param name="planes">The image, [RGB, size, size].</param>
    /// <exception cref="InvalidPictureException">It is broken, too large, or no picture.</exception>
    public static void Decode(string path, PreparationOptions options, Span<byte> planes)
    {
        using var codec = PictureCheck.Open(path);
        var size = SizeFor(codec, options.Size);

        // Premultiplied colors are those on black. Without a color space, they stay as they are stored.
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
        {
            throw new InvalidPictureException(path, Describe(result), "a picture that can be decoded whole");
        }

        planes.Clear();
        var placement = Placement.Of(options.Resize, size.Width, size.Height, options.Size);
        Resampler.Resample(bitmap.GetPixelSpan(), bitmap.RowBytes, placement, planes, options.Size);
        Upright.Turn(codec.EncodedOrigin, planes, options.Size); // of a square, so what was resized can be turned
    }

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
