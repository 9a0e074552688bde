using System.Buffers.Binary;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;
using SkiaSharp;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>What tests/InfoGanMl.Fuzz found in picture files.</summary>
public sealed class HostilePictureTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })]
    public void A_file_that_is_no_picture_is_refused_by_its_path(byte[] content)
    {
        Assert.Equal(_folder["picture.png"], Refuse(content).Path);
    }

    [Fact]
    public void A_picture_of_gigapixels_is_refused_before_it_is_decoded()
    {
        var png = Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.Of(png.AsSpan(12, 17)));

        Assert.Equal("60000×60000 pixels", Refuse(png).Found);
    }

    [Fact]
    public void A_JPEG_that_a_decoder_has_to_go_over_thousands_of_times_is_refused()
    {
        var jpeg = Jpeg(1000, 1000);
        var scan = jpeg.AsSpan().IndexOf<byte>([0xff, 0xda]);
        byte[] empty = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0];
        byte[] bomb =
        [
            .. jpeg.AsSpan(0, scan),
            .. Enumerable.Repeat(empty, 5000).SelectMany(bytes => bytes),
            .. jpeg.AsSpan(scan),
        ];

        Assert.Contains("scans", Refuse(bomb).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x8000_0000)]
    [InlineData(uint.MaxValue)]
    public void A_bitmap_whose_pixels_begin_two_gigabytes_on_is_refused_and_ends_no_process(uint offset)
    {
        var bmp = RareFiles.Bmp(1, 2, 3);
        BinaryPrimitives.WriteUInt32LittleEndian(bmp.AsSpan(10), offset);

        Assert.Equal($"pixels from byte {offset} on in a file of 58", Refuse(bmp).Found);
    }

    [Fact]
    public void A_loaded_pipeline_checks_pictures_too_and_a_prediction_engine_does()
    {
        var none = _mlContext.Data.LoadFromEnumerable<PictureFile>([]);
        using var fitted = _mlContext
            .Transforms.LoadPictures(TinyFolder.Model)
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(TinyFolder.Model))
            .Fit(none);
        _mlContext.Model.Save(fitted, none.Schema, _folder["saved.zip"]);
        using var loaded = _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _);
        using var engine = _mlContext.Model.CreatePredictionEngine<PictureFile, Found>(loaded);
        _folder.Write("good.png", Png());
        _folder.Write("bad.png", [1, 2, 3]);

        Assert.Equal(8, engine.Predict(new() { Path = _folder["good.png"] }).Features.Length);
        Assert.Throws<InvalidPictureException>(() => engine.Predict(new() { Path = _folder["bad.png"] }));
    }

    [Fact]
    public void Links_in_a_folder_of_pictures_are_not_followed()
    {
        _folder.Write("outside/secret.png", Png());
        _folder.Write("pictures/own.png", Png());
        File.CreateSymbolicLink(_folder["pictures/link.png"], _folder["outside/secret.png"]);
        Directory.CreateSymbolicLink(_folder["pictures/outside"], _folder["outside"]);
        Directory.CreateSymbolicLink(_folder["pictures/circle"], _folder["pictures"]);

        Assert.Equal(
            [_folder["pictures/own.png"]],
            PictureFile.FindIn(_folder["pictures"]).Select(picture => picture.Path)
        );
    }

    private InvalidPictureException Refuse(byte[] content)
    {
        var row = new PictureFile { Path = _folder.Write("picture.png", content) };
        var data = _mlContext.Data.LoadFromEnumerable([row]);
        var loaded = _mlContext.Transforms.LoadPictures(TinyFolder.Model).Fit(data).Transform(data);

        return Assert.Throws<InvalidPictureException>(() => loaded.GetColumn<float[]>("image").ToList());
    }

    private static byte[] Png() => PngImage.Encode(new byte[64], new(1, 8, 8));

    private static byte[] Jpeg(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality: 50);
        return encoded.ToArray();
    }

    private sealed class Found
    {
        [ColumnName("features")]
        public float[] Features { get; set; } = [];
    }
}
