using InfoGanMl.Datasets;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures;
using InfoGanMl.Preparation;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;
using SkiaSharp;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>A picture is the same image, to the bit, whichever way it comes to a model.</summary>
public sealed class EveryDoorTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<ResizeRule, Background, Inversion, int?> Preparations =>
        new()
        {
            { ResizeRule.Crop, Background.Black, Inversion.Auto, null },
            { ResizeRule.Letterbox, Background.White, Inversion.True, 12 },
            { ResizeRule.Fit, Background.White, Inversion.Auto, null },
        };

    [Theory]
    [MemberData(nameof(Preparations))]
    public async Task All_kinds_of_pictures_are_the_same_through_all_doors(
        ResizeRule resize,
        Background background,
        Inversion invert,
        int? significantBits
    )
    {
        var model = WriteModel(
            new()
            {
                Resize = resize,
                Background = background,
                Invert = invert,
                SignificantBits = significantBits,
            }
        );
        string[] names = [.. WriteCorpus()];
        var reader = new PictureReader(model.Manifest.Preparation, model.Image);
        var expected = names.Select(name => ImageFormat.ToFloats(reader.Read(_folder[$"pictures/{name}"]))).ToList();

        Assert.Equal(expected, await PrepareAsync(model, names));
        Assert.Equal(expected, ThroughPipeline(model));
        Assert.Equal(expected, ThroughEngine(model, names, loads: false));
        Assert.Equal(expected, ThroughEngine(model, names, loads: true));
    }

    /// <summary>The tiny model, as if it had learned from pictures that were prepared so.</summary>
    private ModelFolder WriteModel(ImagePreparation preparation)
    {
        var (tiny, onnx) = (TinyFolder.Model, File.ReadAllBytes(TinyFolder.Model.RecognizerPath));
        var own = onnx.AsSpan().IndexOf("preparation"u8) - 4; // the last entry: its own tag and length, and those of its key
        byte[] told = [.. onnx[..own], .. OnnxProperty(ImagePreparation.PropertyName, preparation.ToProperty())];
        return ModelFolder.Create(
            _folder["model"],
            tiny.Manifest with
            {
                Preparation = preparation,
            },
            File.ReadAllBytes(tiny.GeneratorPath),
            told,
            PngImage.Encode(new byte[4], new(1, 2, 2))
        );
    }

    private IEnumerable<string> WriteCorpus()
    {
        var photograph = Drawing.Jpeg(37, 21, (x, y) => new((byte)(6 * x), (byte)(10 * y), 90));
        Dictionary<string, byte[]> corpus = new()
        {
            ["alpha.png"] = Drawing.Png(20, 12, (x, y) => new(200, (byte)(9 * x), 3, (byte)(20 * y))),
            ["bitmap.bmp"] = RareFiles.Bmp(10, 20, 30),
            ["canvas.png"] = Drawing.Png(
                9,
                9,
                (x, y) => x is > 1 and < 7 && y is > 0 and < 8 ? SKColors.Black : SKColors.Transparent
            ),
            ["cmyk.jpg"] = RareFiles.CmykJpeg(),
            ["deep gray.png"] = RareFiles.Png(16, 0, [7, 77]),
            ["deep.png"] = RareFiles.Png(16, 2, [1, 10, 2, 20, 3, 30]),
            ["gray.png"] = RareFiles.Png(8, 0, [77]),
            ["high.png"] = Drawing.Png(1, 300, (_, y) => Drawing.Lightness(y % 256)),
            ["large.jpg"] = Drawing.Jpeg(1600, 1200, (x, y) => new((byte)(x / 7), (byte)(y / 5), (byte)(x ^ y))),
            ["palette.png"] = RareFiles.Png(8, 3, [1], [1, 2, 3, 40, 50, 60]),
            ["paper.png"] = Drawing.Png(30, 20, (x, y) => Drawing.Lightness(x is 9 or 10 || y == 5 ? 10 : 240)),
        };
        for (byte orientation = 1; orientation <= 8; orientation++)
        {
            corpus[$"turned {orientation}.jpg"] = RareFiles.WithOrientation(photograph, orientation);
        }

        foreach (var (name, file) in corpus)
        {
            _folder.Write($"pictures/{name}", file);
        }

        return corpus.Keys.Order(StringComparer.Ordinal);
    }

    private async Task<IEnumerable<float[]>> PrepareAsync(ModelFolder model, string[] names)
    {
        // In the order of the names, all but the last in the set to train on.
        var rows = names.Select((name, i) => $"{name},{i:D2},{(i < names.Length - 1 ? "train" : "test")}");
        var list = _folder["pictures/list.csv"];
        await File.WriteAllLinesAsync(list, ["path,label,split", .. rows], TestContext.Current.CancellationToken);
        PreparationOptions options = new() { Like = new(model.Image, model.Manifest.Preparation) };
        new PicturePreparation(options, TimeProvider.System).Run(list, _folder["prepared"], default);
        var data = await IdxFolder.OpenAsync(_folder["prepared"]);
        var images =
            from part in new[] { data.Train, data.Test }
            from image in part.Labels.Zip(part.Pixels.Chunk(model.Image.Size))
            orderby image.First
            select ImageFormat.ToFloats(image.Second);
        return images;
    }

    private IEnumerable<float[]> ThroughPipeline(ModelFolder model)
    {
        var files = _mlContext.Data.LoadPictureFiles(_folder["pictures"]);
        return _mlContext.Transforms.LoadPictures(model).Fit(files).Transform(files).GetColumn<float[]>("image");
    }

    private IEnumerable<float[]> ThroughEngine(ModelFolder model, string[] names, bool loads)
    {
        var none = _mlContext.Data.LoadFromEnumerable<PictureFile>([]);
        using var fitted = _mlContext
            .Transforms.LoadPictures(model)
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(model))
            .Fit(none);
        _mlContext.Model.Save(fitted, none.Schema, _folder["saved.zip"]);
        using var loaded = _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _);
        using var engine = _mlContext.Model.CreatePredictionEngine<PictureFile, ImageRow>(loads ? loaded : fitted);
        return [.. names.Select(name => engine.Predict(new() { Path = _folder[$"pictures/{name}"] }).Image)];
    }

    /// <summary>An entry of an ONNX file's metadata: field 14 of a ModelProto, of a key and a value.</summary>
    private static byte[] OnnxProperty(string key, string value)
    {
        byte[] entry =
        [
            0x0a,
            (byte)key.Length,
            .. key.Select(c => (byte)c),
            0x12,
            (byte)value.Length,
            .. value.Select(c => (byte)c),
        ];
        return [0x72, (byte)entry.Length, .. entry];
    }
}
