using InfoGanMl.Models;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>
/// Engines as web applications make them: one for each request, disposed after it. Such an engine disposes the model that it was
/// made of, too.
/// </summary>
public sealed class PredictionEngineTests : IDisposable
{
    private static readonly ModelFolder Model = PretrainedModel.Mnist;

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Engines_one_after_the_other_answer_as_the_first(bool loads)
    {
        var rows = Digits.ToRows(await Digits.TestImagesAsync(3)).ToList();
        using var model = Open(loads);
        var expected = Predict(model, rows);

        Assert.Equal(expected, Predict(model, rows));
        Assert.Equal(expected, Predict(model, rows));
    }

    [Fact]
    public async Task An_engine_answers_as_the_same_rows_in_a_batch()
    {
        var rows = Digits.ToRows(await Digits.TestImagesAsync(3)).ToList();
        using var model = Open(loads: false);

        var batch = model.Transform(_mlContext.Data.LoadImages(rows, Model)).GetColumn<float[]>("features");

        Assert.All(
            Predict(model, rows).SelectMany(row => row).Zip(batch.SelectMany(row => row)),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5f)
        );
    }

    [Fact]
    public async Task Threads_may_dispose_engines_of_one_model_while_others_predict()
    {
        var rows = Digits.ToRows(await Digits.TestImagesAsync(3)).ToList();
        using var model = Open(loads: false);
        var expected = Predict(model, rows);
        using var together = new Barrier(4);

        var requests = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Factory.StartNew(
                    () =>
                    {
                        together.SignalAndWait();
                        return Enumerable.Range(0, 10).Select(_ => Predict(model, rows)).ToList();
                    },
                    TaskCreationOptions.LongRunning
                )
            );

        Assert.All((await Task.WhenAll(requests)).SelectMany(found => found), found => Assert.Equal(expected, found));
    }

    [Fact]
    public async Task A_disposed_model_opens_again_for_an_engine_that_is_used_afterwards()
    {
        var rows = Digits.ToRows(await Digits.TestImagesAsync(3)).ToList();
        var model = Open(loads: false);
        var expected = Predict(model, rows);

        model.Dispose();

        Assert.Equal(expected, Predict(model, rows));
        model.Dispose();
    }

    [Fact]
    public async Task A_model_can_be_scored_and_saved_after_its_disposal_and_without_its_folder()
    {
        var rows = Digits.ToRows(await Digits.TestImagesAsync(3)).ToList();
        var folder = PretrainedModel.CopyTo(_folder["model"]);
        var data = _mlContext.Data.LoadImages(rows, Model);
        using var model = _mlContext.Transforms.RecognizeWithInfoGan(folder).Fit(data);
        var expected = Predict(model, rows);
        model.Dispose();
        Directory.Delete(folder.FolderPath, recursive: true);

        Assert.Equal(3, model.Transform(data).GetColumn<float[]>("features").Count());
        _mlContext.Model.Save(model, data.Schema, _folder["saved.zip"]);

        using var loaded = _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _);
        Assert.Equal(expected, Predict(loaded, rows));
    }

    [Fact]
    public void Saving_leaves_no_file_behind()
    {
        var mlContext = new MLContext { TempFilePath = Directory.CreateDirectory(_folder["temporary"]).FullName };
        var data = mlContext.Data.LoadImages(Array.Empty<ImageRow>(), Model);
        using var model = mlContext.Transforms.RecognizeWithInfoGan(Model).Fit(data);

        mlContext.Model.Save(model, data.Schema, _folder["saved.zip"]);
        using var loaded = mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _);

        Assert.Empty(Directory.GetFiles(mlContext.TempFilePath));
    }

    /// <summary>Q as it is fitted, or as it is loaded.</summary>
    private TransformerChain<ITransformer> Open(bool loads)
    {
        var data = _mlContext.Data.LoadImages(Array.Empty<ImageRow>(), Model);
        var fitted = new TransformerChain<ITransformer>(_mlContext.Transforms.RecognizeWithInfoGan(Model).Fit(data));
        if (!loads)
        {
            return fitted;
        }

        using (fitted)
        {
            _mlContext.Model.Save(fitted, data.Schema, _folder["saved.zip"]);
        }

        return _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _);
    }

    /// <summary>One engine, for all rows.</summary>
    private List<float[]> Predict(ITransformer model, IEnumerable<ImageRow> rows)
    {
        using var engine = _mlContext.Model.CreatePredictionEngine<ImageRow, FeaturesRow>(
            model,
            inputSchemaDefinition: ImageRow.SchemaOf<ImageRow>(Model.Image)
        );
        return [.. rows.Select(row => engine.Predict(row).Features)];
    }

    private sealed class FeaturesRow
    {
        [ColumnName("features")]
        public float[] Features { get; set; } = [];
    }
}
