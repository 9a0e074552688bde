using System.IO.Compression;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

public sealed class LoadInfoGanTests : IDisposable
{
    private static readonly ModelFolder Model = TinyFolder.Model;

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_saved_classifier_of_pictures_predicts_the_same()
    {
        var pictures = _mlContext.Data.LoadPictureFiles(WritePictures());
        using var fitted = Classify().Fit(pictures);
        var scoring = fitted.GetModelFor(TransformerScope.Scoring);
        _mlContext.Model.Save(scoring, pictures.Schema, _folder["saved.zip"]);

        using var loaded = _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out var schema);

        Assert.Equal(pictures.Schema.Select(column => column.Name), schema.Select(column => column.Name));
        Assert.Equal(Predict(scoring), Predict(loaded));
        string[] Predict(ITransformer model) => [.. model.Transform(pictures).GetColumn<string>("PredictedLabel")];
    }

    [Fact]
    public void Every_step_that_InfoGanMl_offers_loads_again()
    {
        var latents = _mlContext.Data.LoadLatents(new LatentSampler(Model.Latent, seed: 1).Draw(6));
        using var fitted = _mlContext
            .Transforms.GenerateWithInfoGan(Model)
            .Append(_mlContext.Transforms.ConvertToPicture(Model, "picture"))
            .Append(_mlContext.Transforms.CopyColumns("raw", "noise"))
            .Append(_mlContext.Transforms.ExtractPicture(Model, inputColumnName: "picture"))
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(Model))
            .Append(_mlContext.NameCategories(Model, "category_index"))
            .Fit(latents);
        _mlContext.Model.Save(fitted, latents.Schema, _folder["saved.zip"]);

        using var loaded = _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _);

        Assert.Equal(6, loaded.Transform(latents).GetColumn<int>("PredictedLabel").Count());
    }

    [Fact]
    public void Raw_bytes_load_again()
    {
        var data = _mlContext.Data.LoadFromEnumerable([new Raw { Bytes = new byte[64] }]);
        using var fitted = _mlContext
            .Transforms.ScalePixelBytes(Model, inputColumnName: nameof(Raw.Bytes))
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(Model))
            .Fit(data);
        _mlContext.Model.Save(fitted, data.Schema, _folder["saved.zip"]);
        using var file = File.OpenRead(_folder["saved.zip"]);

        using var loaded = _mlContext.Model.LoadInfoGan(file, out _);

        Assert.Single(loaded.Transform(data).GetColumn<float[]>("features"));
    }

    [Fact]
    public void A_missing_file_and_one_that_is_no_archive_are_refused()
    {
        Assert.Equal("no such file", Refuse<InvalidPipelineFileException>().Found);
        _folder.Write("saved.zip", [1, 2, 3]);
        Assert.Equal("a readable zip archive", Refuse<InvalidPipelineFileException>().Expected);
    }

    [Fact]
    public void An_archive_cut_short_anywhere_is_refused()
    {
        var saved = SaveRecognizer();
        for (var length = 1; length < saved.Length; length += 499)
        {
            _folder.Write("saved.zip", saved[..length]);
            Refuse<InvalidPipelineFileException>();
        }
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/outside")]
    [InlineData("C:\\outside")]
    [InlineData("TransformerChain\\..\\..\\outside")]
    [InlineData("TransformerChain//x")]
    public void A_part_whose_name_leads_out_of_the_archive_is_refused(string name)
    {
        Edit(archive => Write(archive.CreateEntry(name), [1]));

        Assert.Equal($"a part named '{name}'", Refuse<InvalidPipelineFileException>().Found);
    }

    [Fact]
    public void Two_parts_of_a_name_are_refused()
    {
        Edit(archive => Write(archive.CreateEntry("schema"), [1])); // Schema is there, and some file systems see no difference

        Assert.Equal("two parts 'schema'", Refuse<InvalidPipelineFileException>().Found);
    }

    [Fact]
    public void A_small_archive_that_unpacks_to_more_than_a_pipeline_can_have_is_refused()
    {
        Edit(archive => Write(archive.CreateEntry("zeros", CompressionLevel.Fastest), new byte[129 << 20]));

        Assert.StartsWith("more than", Refuse<InvalidPipelineFileException>().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_parts_are_refused()
    {
        Edit(archive =>
        {
            for (var i = 0; i < 1000; i++)
            {
                archive.CreateEntry($"part{i}");
            }
        });

        Assert.EndsWith(" parts", Refuse<InvalidPipelineFileException>().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_is_none_of_InfoGanMl_is_refused_by_its_name()
    {
        var latents = _mlContext.Data.LoadLatents(new LatentSampler(Model.Latent, seed: 1).Draw(1));
        using var fitted = _mlContext
            .Transforms.GenerateWithInfoGan(Model)
            .Append(_mlContext.Transforms.ReplaceMissingValues("noise"))
            .Fit(latents);
        _mlContext.Model.Save(fitted, latents.Schema, _folder["saved.zip"]);

        Assert.Contains("NAReplaceTransform", Refuse<InvalidPipelineFileException>().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_that_InfoGanMl_does_not_export_is_refused()
    {
        Edit(archive => Change(archive, "OnnxModel", part => part.AsSpan().IndexOf("LeakyRelu"u8), (byte)'X'));

        Assert.Contains("XeakyRelu", Refuse<InvalidModelFolderException>().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_that_announces_another_length_is_refused()
    {
        Edit(archive => Change(archive, "OnnxModel", _ => 3, 0x7f)); // two gigabytes

        Assert.Equal("a length, and as many bytes", Refuse<InvalidPipelineFileException>().Expected);
    }

    [Fact]
    public void A_schema_whose_vectors_have_more_dimensions_than_it_holds_is_refused()
    {
        // ML.NET reads on without an end: the number of dimensions is behind VBuffer, 16, 6, Single and 0.
        Edit(archive => Change(archive, "Schema", part => part.AsSpan().IndexOf("VBuffer"u8) + 18, 0x7f));

        Assert.Equal("a vector type that is damaged", Refuse<InvalidPipelineFileException>().Found);
    }

    [Fact]
    public void Whatever_else_ML_NET_fails_on_is_refused_with_its_reason()
    {
        Edit(archive => Change(archive, "Model.key", part => part.Length - 1, 0xff));

        Assert.NotNull(Refuse<InvalidPipelineFileException>().InnerException);
    }

    [Fact]
    public void A_pipeline_without_InfoGAN_is_refused()
    {
        var data = _mlContext.Data.LoadFromEnumerable([new Raw()]);
        _mlContext.Model.Save(
            _mlContext.Transforms.CopyColumns("copy", nameof(Raw.Number)).Fit(data),
            data.Schema,
            _folder["saved.zip"]
        );

        Assert.StartsWith("Found no InfoGAN", Refuse<InvalidPipelineFileException>().Found, StringComparison.Ordinal);
    }

    private TException Refuse<TException>()
        where TException : InfoGanException =>
        Assert.Throws<TException>(() => _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _));

    private byte[] SaveRecognizer()
    {
        var data = _mlContext.Data.LoadImages([new ImageRow { Image = new float[Model.Image.Size] }], Model);
        using var fitted = _mlContext.Transforms.RecognizeWithInfoGan(Model).Fit(data);
        _mlContext.Model.Save(fitted, data.Schema, _folder["saved.zip"]);
        return File.ReadAllBytes(_folder["saved.zip"]);
    }

    private void Edit(Action<ZipArchive> change)
    {
        SaveRecognizer();
        using var archive = ZipFile.Open(_folder["saved.zip"], ZipArchiveMode.Update);
        change(archive);
    }

    private static void Change(ZipArchive archive, string name, Func<byte[], int> at, byte value)
    {
        var entry = archive.Entries.Last(part => part.Name == name);
        var content = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(content);
        content[at(content)] = value;
        stream.Position = 0;
        stream.Write(content);
    }

    private static void Write(ZipArchiveEntry entry, byte[] content)
    {
        using var stream = entry.Open();
        stream.Write(content);
    }

    private EstimatorChain<ITransformer> Classify() =>
        _mlContext.ClassifyWithInfoGan(
            Model,
            _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(),
            nameof(PictureFile.Folder),
            pictures: _mlContext.Transforms.LoadPictures(Model)
        );

    private string WritePictures()
    {
        var random = new Random(1);
        var pixels = new byte[Model.Image.Size];
        for (var i = 0; i < 8; i++)
        {
            random.NextBytes(pixels);
            _folder.Write($"pictures/{(i % 2 == 0 ? "even" : "odd")}/{i}.png", PngImage.Encode(pixels, Model.Image));
        }

        return _folder["pictures"];
    }

    private sealed class Raw
    {
        [VectorType(64)]
        public byte[] Bytes { get; set; } = new byte[64];

        public float Number { get; set; }
    }
}
