using System.Globalization;
using System.Runtime.InteropServices;
using InfoGanMl.Models;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

[Trait("Speed", "Slow")]
public sealed class SavedModelTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_saved_classifier_predicts_the_same_in_an_application_without_InfoGanMl_and_the_onnx_files()
    {
        var test = await Digits.TestImagesAsync(50);
        var model = PretrainedModel.CopyTo(_folder["model"]);
        var expected = await SaveClassifierAsync(model, _folder["classifier.zip"]);
        await File.WriteAllBytesAsync(
            _folder["images.bin"],
            MemoryMarshal.AsBytes<float>(Digits.ToFloats(test)).ToArray(),
            TestContext.Current.CancellationToken
        );
        Directory.Delete(model.FolderPath, recursive: true);

        var app = ExecutableProcess.MetadataOf(typeof(SavedModelTests).Assembly, "InfoGanMl.StockApp");
        var found = ExecutableProcess.Run(app, _folder["classifier.zip"], _folder["images.bin"]);

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(app)!, "InfoGanMl.[!S]*.dll"));
        Assert.True(found.ExitCode == 0, found.Error);
        Assert.Equal(expected, found.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Stock ML.NET filters otherwise and takes the same part of a picture: few answers differ.</summary>
    [Theory]
    [InlineData(28, 28, 1.0)]
    [InlineData(84, 84, 0.99)] // larger, as a photograph of a digit
    [InlineData(168, 84, 0.99)] // and twice as wide
    public async Task Stock_steps_that_a_pipeline_is_saved_as_sort_nearly_all_pictures_alike(
        int width,
        int height,
        double alike
    )
    {
        var digits = await Digits.TestImagesAsync(300);
        foreach (var (i, digit) in digits.Pixels.Chunk(digits.Format.Size).Index())
        {
            var (scale, left) = (height / 28, (width - height) / 2);
            _folder.Write(
                $"pictures/{i:D3}.png",
                Drawing.Png(
                    width,
                    height,
                    (x, y) => Drawing.Lightness(IsIn(x - left) ? digit[28 * (y / scale) + (x - left) / scale] : 0)
                )
            );
        }

        var files = _mlContext.Data.LoadPictureFiles(_folder["pictures"]);
        using var exact = _mlContext
            .Transforms.LoadPictures(PretrainedModel.Mnist)
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist))
            .Fit(files);
        _mlContext.Model.Save(exact, files.Schema, _folder["saved.zip"]);

        var stock = _mlContext.Model.Load(_folder["saved.zip"], out _);

        var pairs = Categories(exact.Transform(files)).Zip(Categories(stock.Transform(files))).ToList();
        (stock as IDisposable)?.Dispose();
        Assert.InRange(pairs.Average(pair => pair.First == pair.Second ? 1.0 : 0), alike, 1);

        bool IsIn(int x) => x >= 0 && x < height;
        static IEnumerable<int> Categories(IDataView found) =>
            found.GetColumn<float[]>("category_probabilities").Select(row => Array.IndexOf(row, row.Max()));
    }

    [Fact]
    public async Task A_saved_recognizer_loads_without_the_onnx_file()
    {
        var images = await Digits.TestImagesAsync(3);
        var data = _mlContext.Data.LoadImages(Digits.ToRows(images), PretrainedModel.Mnist);
        var model = PretrainedModel.CopyTo(_folder["model"]);
        using (var transformer = _mlContext.Transforms.RecognizeWithInfoGan(model).Fit(data))
        {
            _mlContext.Model.Save(transformer, data.Schema, _folder["recognizer.zip"]);
        }

        Directory.Delete(model.FolderPath, recursive: true);
        var loaded = _mlContext.Model.Load(_folder["recognizer.zip"], out _);

        Assert.Equal(3, loaded.Transform(data).GetColumn<float[]>("features").Count());
        (loaded as IDisposable)?.Dispose();
    }

    [Fact]
    public async Task A_loaded_classifier_runs_in_batches_again_and_predicts_the_same()
    {
        var expected = await SaveClassifierAsync(PretrainedModel.Mnist, _folder["classifier.zip"]);
        var images = await Digits.TestImagesAsync(50);
        var data = _mlContext.Data.LoadImages(Digits.ToRows(images), PretrainedModel.Mnist);

        using var batched = _mlContext.Model.BatchInfoGan(_mlContext.Model.Load(_folder["classifier.zip"], out _));
        var scored = batched.Transform(data);

        Assert.Equal(
            expected.Select(line => line.Split(' ')[0]),
            scored.GetColumn<int>("PredictedLabel").Select(label => $"{label}")
        );
        Assert.Contains(batched.Single() as IEnumerable<ITransformer> ?? [], step => step is InfoGanTransformer);
    }

    [Fact]
    public void A_loaded_model_without_InfoGAN_cannot_run_it_in_batches()
    {
        var data = _mlContext.Data.LoadFromEnumerable([new ImageRow()], ImageRow.SchemaOf<ImageRow>(new(1, 1, 1)));
        var other = _mlContext.Transforms.CopyColumns("copy", "image").Fit(data);

        var problem = Assert.Throws<ArgumentException>(() => _mlContext.Model.BatchInfoGan(other));

        Assert.StartsWith("Found no InfoGAN in the model", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Saves a classifier, and returns its predictions as the application prints them.</summary>
    private async Task<string[]> SaveClassifierAsync(ModelFolder model, string path)
    {
        var train = await Digits.LabeledAsync(100);
        var test = await Digits.TestImagesAsync(50);
        var data = _mlContext.Data.LoadImages(
            Digits.ToRows(test).Select(row => new ImageRow { Image = row.Image }),
            PretrainedModel.Mnist
        );
        using var classifier = _mlContext
            .ClassifyWithInfoGan(
                model,
                _mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(maximumNumberOfIterations: 20)
            )
            .Fit(_mlContext.Data.LoadImages(Digits.ToRows(train), PretrainedModel.Mnist));
        var scoring = classifier.GetModelFor(TransformerScope.Scoring);
        _mlContext.Model.Save(scoring, data.Schema, path);

        var scored = scoring.Transform(data);
        return
        [
            .. scored
                .GetColumn<int>("PredictedLabel")
                .Zip(scored.GetColumn<float[]>("Score"))
                .Select(row => $"{row.First} {string.Join(' ', row.Second.Select(Exact))}"),
        ];
    }

    private static string Exact(float score) => score.ToString("R", CultureInfo.InvariantCulture);
}
