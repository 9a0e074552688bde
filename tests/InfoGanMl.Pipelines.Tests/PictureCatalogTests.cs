using InfoGanMl.Inference;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace InfoGanMl.Pipelines.Tests;

public sealed class PictureCatalogTests : IDisposable
{
    private static readonly ImageFormat Format = PretrainedModel.Mnist.Image;

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gray_files_of_the_models_size_become_the_images_that_they_show()
    {
        var images = await WriteDigitsAsync(5);

        var found = Load(Pictures());

        Assert.Equal(images, found.GetColumn<float[]>("image").SelectMany(image => image));
    }

    [Fact]
    public async Task A_folder_of_pictures_is_recognized_in_one_pipeline()
    {
        var images = await WriteDigitsAsync(5);
        using var recognizer = ImageRecognizer.Open(PretrainedModel.Mnist);

        var found = Load(Pictures().Append(_mlContext.Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist)));

        var features = found.GetColumn<float[]>("features").SelectMany(row => row);
        Assert.All(
            recognizer.Recognize(images).Features.Zip(features),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5f)
        );
        Assert.Equal(5, found.GetColumn<string>("Path").Count());
    }

    [Fact]
    public void Bytes_become_the_images_that_they_hold()
    {
        byte[] pixels = [.. Enumerable.Range(0, Format.Size).Select(i => (byte)(i % 256))];
        var data = _mlContext.Data.LoadFromEnumerable([new RawPicture { Bytes = pixels }]);

        var pipeline = _mlContext.Transforms.ScalePixelBytes(
            PretrainedModel.Mnist,
            inputColumnName: nameof(RawPicture.Bytes)
        );
        var found = pipeline.Fit(data).Transform(data).GetColumn<float[]>("image").Single();

        Assert.Equal(ImageFormat.ToFloats(pixels), found);
    }

    [Fact]
    public async Task Pictures_in_memory_become_the_images_that_they_show()
    {
        var images = await WriteDigitsAsync(1);
        var data = _mlContext.Data.LoadFromEnumerable([
            new LoadedPicture { Picture = MLImage.CreateFromFile(_folder["00.png"]) },
        ]);

        var pipeline = _mlContext.Transforms.ExtractPicture(
            PretrainedModel.Mnist,
            inputColumnName: nameof(LoadedPicture.Picture)
        );
        var found = pipeline.Fit(data).Transform(data).GetColumn<float[]>("image").Single();

        Assert.Equal(images, found);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Columns_may_have_any_names_also_when_saved_and_loaded(bool invert)
    {
        var images = await WriteDigitsAsync(3);
        var files = _mlContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, 3).Select(i => new NamedFile { File = _folder[$"{i:D2}.png"] })
        );
        using var fitted = _mlContext
            .Transforms.LoadPictures(PretrainedModel.Mnist, "Pixels", nameof(NamedFile.File), invert: invert)
            .Append(_mlContext.Transforms.ConvertToPicture(PretrainedModel.Mnist, "Drawn", "Pixels"))
            .Append(_mlContext.Transforms.ExtractPicture(PretrainedModel.Mnist, "Drawn", invert: invert))
            .Append(_mlContext.Transforms.CopyColumns("image", "Drawn"))
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist))
            .Fit(files);
        _mlContext.Model.Save(fitted, files.Schema, _folder["saved.zip"]);

        using var loaded = _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _);
        var (expected, found) = (fitted.Transform(files), loaded.Transform(files));

        var pixels = expected.GetColumn<float[]>("Pixels").SelectMany(row => row).ToList();
        Assert.All(images.Zip(pixels), p => Assert.Equal(invert ? 1 - p.First : p.First, p.Second, 1e-6f));
        Assert.Equal(pixels, found.GetColumn<float[]>("Pixels").SelectMany(row => row));
        Assert.Equal(images, expected.GetColumn<float[]>("image").SelectMany(row => row));
        Assert.Equal(images, found.GetColumn<float[]>("image").SelectMany(row => row));
    }

    [Fact]
    public void Without_an_input_name_a_column_is_made_of_the_one_of_its_name()
    {
        byte[] pixels = [.. Enumerable.Range(0, Format.Size).Select(i => (byte)(i % 256))];
        var data = _mlContext.Data.LoadFromEnumerable([new RawPicture { Bytes = pixels }]);

        var pipeline = _mlContext.Transforms.ScalePixelBytes(PretrainedModel.Mnist, nameof(RawPicture.Bytes));
        var found = pipeline.Fit(data).Transform(data).GetColumn<float[]>(nameof(RawPicture.Bytes)).Single();

        Assert.Equal(ImageFormat.ToFloats(pixels), found);
    }

    [Fact]
    public void Dark_on_light_is_inverted_on_request()
    {
        byte[] pixels = [.. Enumerable.Range(0, Format.Size).Select(i => (byte)(i % 256))];
        _folder.Write("ink.png", PngImage.Encode(pixels, Format));

        var found = Load(Pictures(invert: true)).GetColumn<float[]>("image").Single();

        Assert.All(pixels.Zip(found), pair => Assert.Equal((255 - pair.First) / 255f, pair.Second, 1e-6f));
    }

    [Fact]
    public void Color_files_of_another_size_are_made_gray_and_cut_to_their_middle()
    {
        // White on the left half, red on the right, twice as wide as high, of which the left and right quarters are cut off.
        var wide = new ImageFormat(3, 40, 80);
        var pixels = new byte[wide.Size];
        pixels.AsSpan(0, 40 * 80).Fill(255);
        for (var row = 0; row < 40; row++)
        {
            pixels.AsSpan(40 * 80 + row * 80, 40).Fill(255);
            pixels.AsSpan(2 * 40 * 80 + row * 80, 40).Fill(255);
        }

        _folder.Write("wide.png", PngImage.Encode(pixels, wide));

        var found = Load(Pictures()).GetColumn<float[]>("image").Single();

        Assert.All(
            found.Index(),
            pixel => Assert.Equal(pixel.Index % 28 < 14 ? 1 : 77 / 255f, pixel.Item) // red weighs 0.299 in gray
        );
    }

    /// <summary>Of facts about the field, number 3: digits on paper, cut narrower, and as a canvas of a browser gives them.</summary>
    [Theory]
    [InlineData("stored", false)]
    [InlineData("paper", false)]
    [InlineData("paper", true)]
    [InlineData("narrow paper", false)]
    [InlineData("narrow paper", true)]
    [InlineData("canvas", false)]
    [InlineData("canvas", true)]
    public async Task Digits_are_the_same_whatever_they_are_drawn_on(string kind, bool invert)
    {
        var digits = await RealMnist.OpenAsync();
        byte[][] images = [.. digits.Test.Pixels.Chunk(Format.Size).Take(20)];
        foreach (var (i, digit) in images.Index())
        {
            _folder.Write($"{i:D2}.png", Draw(digit, kind));
        }

        var pictures = _mlContext.Transforms.LoadPictures(PretrainedModel.Mnist, invert: invert);
        var found = Load(pictures).GetColumn<float[]>("image").ToList();

        // What is cut narrower is enlarged, which is another image: its ground tells enough.
        Assert.All(
            found.Zip(images),
            pair =>
            {
                Assert.Equal(0, pair.First[0]);
                Assert.True(kind == "narrow paper" || pair.First.SequenceEqual(ImageFormat.ToFloats(pair.Second)));
            }
        );
    }

    private static byte[] Draw(byte[] digit, string kind) =>
        kind switch
        {
            "stored" => Drawing.Png(28, 28, (x, y) => Drawing.Lightness(digit[28 * y + x])),
            "paper" => Drawing.Png(28, 28, (x, y) => Drawing.Lightness(255 - digit[28 * y + x])),
            "narrow paper" => Drawing.Png(20, 28, (x, y) => Drawing.Lightness(255 - digit[28 * y + x + 4])),
            _ => Drawing.Png(28, 28, (x, y) => new(0, 0, 0, digit[28 * y + x])),
        };

    [Fact]
    public void Pictures_are_found_below_a_folder_with_the_folders_they_lie_in()
    {
        _folder.Write("b/2.JPG", []);
        _folder.Write("a/x/1.png", []);
        _folder.Write("a/notes.txt", []);

        var found = _mlContext.Data.LoadPictureFiles(_folder.Path);

        Assert.Equal([_folder["a/x/1.png"], _folder["b/2.JPG"]], found.GetColumn<string>("Path"));
        Assert.Equal(["x", "b"], found.GetColumn<string>("Folder"));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var problem = Assert.Throws<DirectoryNotFoundException>(() =>
            _mlContext.Data.LoadPictureFiles(_folder["nowhere"])
        );

        Assert.Contains("nowhere", problem.Message, StringComparison.Ordinal);
    }

    private EstimatorChain<ITransformer> Pictures(bool invert = false) =>
        _mlContext.Transforms.LoadPictures(PretrainedModel.Mnist, invert: invert);

    private IDataView Load<TLast>(EstimatorChain<TLast> pipeline)
        where TLast : class, ITransformer
    {
        var files = _mlContext.Data.LoadPictureFiles(_folder.Path);
        return pipeline.Fit(files).Transform(files);
    }

    /// <summary>Writes the first test images as PNG files and returns their pixels.</summary>
    private async Task<float[]> WriteDigitsAsync(int count)
    {
        var images = await Digits.TestImagesAsync(count);
        for (var i = 0; i < count; i++)
        {
            var pixels = images.Pixels.AsSpan(i * Format.Size, Format.Size);
            _folder.Write($"{i:D2}.png", PngImage.Encode(pixels, Format));
        }

        return Digits.ToFloats(images);
    }

    private sealed class NamedFile
    {
        public string File { get; set; } = "";
    }

    private sealed class RawPicture
    {
        [VectorType(784)]
        public byte[] Bytes { get; set; } = [];
    }

    private sealed class LoadedPicture
    {
        [ImageType(28, 28)]
        public MLImage Picture { get; set; } = null!;
    }
}
