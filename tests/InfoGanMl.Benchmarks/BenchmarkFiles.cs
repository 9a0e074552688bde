using System.Runtime.InteropServices;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using SkiaSharp;

namespace InfoGanMl.Benchmarks;

/// <summary>Files to read, in a folder that is gone when this is disposed of.</summary>
internal sealed class BenchmarkFiles : IDisposable
{
    private const int PhotographWidth = 4032; // 12 megapixels, as phones take them
    private const int PhotographHeight = 3024;
    private const int Noise = 16; // of 255, which makes a file of 2 MB, as cameras do

    private readonly string _folder = Directory.CreateTempSubdirectory("infoganml-bench-").FullName;

    /// <summary>Writes images as PNG files.</summary>
    public string[] WriteImages(ImageSet images) =>
        [
            .. Enumerable
                .Range(0, images.Count)
                .Select(i =>
                    Write(
                        $"{i}.png",
                        PngImage.Encode(images.Pixels.AsSpan(i * images.Format.Size, images.Format.Size), images.Format)
                    )
                ),
        ];

    /// <summary>Writes copies of a photograph, as a camera would store it.</summary>
    /// <param name="count">How many.</param>
    public string[] WritePhotographs(int count)
    {
        var (random, pixels) = (new Random(1), new byte[4 * PhotographWidth * PhotographHeight]);
        for (var i = 0; i < pixels.Length; i++)
        {
            var ((y, x), channel) = (Math.DivRem(i / 4, PhotographWidth), i % 4);
            var light = 110 + 90 * Math.Sin(x / (70.0 + 40 * channel)) * Math.Cos(y / 90.0);
            pixels[i] = channel == 3 ? byte.MaxValue : (byte)(light + random.Next(Noise));
        }

        using var photograph = new SKBitmap(new SKImageInfo(PhotographWidth, PhotographHeight, SKColorType.Rgba8888));
        Marshal.Copy(pixels, 0, photograph.GetPixels(), pixels.Length);
        using var encoded = photograph.Encode(SKEncodedImageFormat.Jpeg, quality: 90);
        var bytes = encoded.ToArray();
        return [.. Enumerable.Range(0, count).Select(i => Write($"{i}.jpg", bytes))];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
