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

    [Fact]
    public async Task A_saved_recognizer_loads_without_the_onnx_file()
    {
        var images = await Digits.TestImagesAsync(3);
        var data = _mlContext.Data.LoadImages(Digits.ToRows(images), images.Format);
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
        var data = _mlContext.Data.LoadImages(Digits.ToRows(images), images.Format);

        using var batched = _mlContext.BatchInfoGan(_mlContext.Model.Load(_folder["classifier.zip"], out _));
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

        var problem = Assert.Throws<ArgumentException>(() => _mlContext.BatchInfoGan(other));

        Assert.StartsWith("Found no InfoGAN in the model", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Saves a classifier, and returns its predictions as the application prints them.</summary>
    private async Task<string[]> SaveClassifierAsync(ModelFolder model, string path)
    {
        var train = await Digits.LabeledAsync(100);
        var test = await Digits.TestImagesAsync(50);
        var data = _mlContext.Data.LoadImages(
            Digits.ToRows(test).Select(row => new ImageRow { Image = row.Image }),
            test.Format
        );
        using var classifier = _mlContext
            .ClassifyWithInfoGan(
                model,
                _mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(maximumNumberOfIterations: 20)
            )
            .Fit(_mlContext.Data.LoadImages(Digits.ToRows(train), train.Format));
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
