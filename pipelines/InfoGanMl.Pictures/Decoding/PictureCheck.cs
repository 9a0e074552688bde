using System.Buffers.Binary;
using InfoGanMl.Models.Files;
using InfoGanMl.Pictures.Errors;
using SkiaSharp;

namespace InfoGanMl.Pictures.Decoding;

/// <summary>Checks a picture file before it is decoded, as its header decides how much memory and time that takes.</summary>
internal static class PictureCheck
{
    private const long MostBytes = 64L << 20;
    private const long MostPixels = 50_000_000; // 200 MB once decoded; cameras of phones have 48 million
    private const long MostPixelScans = 500_000_000; // a decoder goes over a progressive JPEG once for each scan

    private static readonly SKEncodedImageFormat[] Kinds =
    [
        SKEncodedImageFormat.Png,
        SKEncodedImageFormat.Jpeg,
        SKEncodedImageFormat.Bmp,
        SKEncodedImageFormat.Gif,
        SKEncodedImageFormat.Webp,
    ];

    /// <summary>Reads a file whole, within the limits.</summary>
    /// <exception cref="InvalidPictureException">It is too large, or cannot be read.</exception>
    public static byte[] Read(string path) =>
        BoundedFile.ReadAllBytes(path, MostBytes, (f, e, inner) => new InvalidPictureException(path, f, e, inner));

    /// <summary>Begins to decode what a file holds.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="file">Its content.</param>
    /// <exception cref="InvalidPictureException">It is no picture, or one beyond the limits.</exception>
    public static SKCodec Open(string path, byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        var codec = SKCodec.Create(data);
        try
        {
            CheckHeader(path, file, codec);
            return codec;
        }
        catch
        {
            codec?.Dispose();
            throw;
        }
    }

    private static void CheckHeader(string path, byte[] file, SKCodec? codec)
    {
        if (codec is null || !Kinds.Contains(codec.EncodedFormat))
        {
            throw new InvalidPictureException(path, "another kind of file", "a PNG, JPEG, BMP, GIF or WebP picture");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        var pixels = (long)width * height;
        if (pixels is < 1 or > MostPixels)
        {
            throw new InvalidPictureException(path, $"{width}×{height} pixels", $"1 to {MostPixels}");
        }

        if (codec.EncodedFormat == SKEncodedImageFormat.Bmp)
        {
            CheckOffset(path, file);
        }

        var scans = codec.EncodedFormat == SKEncodedImageFormat.Jpeg ? JpegScans.Count(file) : 1;
        if (pixels * scans > MostPixelScans)
        {
            throw new InvalidPictureException(
                path,
                $"{pixels} pixels in {scans} scans",
                $"at most {MostPixelScans} in all"
            );
        }
    }

    /// <summary>SkiaSharp's streams end the process at an offset of 2³¹ or more.</summary>
    private static void CheckOffset(string path, byte[] bmp)
    {
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(bmp.AsSpan(10));
        if (offset > bmp.Length)
        {
            throw new InvalidPictureException(
                path,
                $"pixels from byte {offset} on in a file of {bmp.Length}",
                "an offset within the file"
            );
        }
    }
}
