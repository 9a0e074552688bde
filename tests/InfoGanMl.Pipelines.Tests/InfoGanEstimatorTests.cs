using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Pipelines.Contexts;
using InfoGanMl.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>How often an estimator loads a graph.</summary>
public sealed class InfoGanEstimatorTests : IDisposable
{
    private static readonly ModelFolder Model = TinyFolder.Model;

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();
    private readonly List<BatchedSession> _sessions = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_load_serves_a_fit_in_a_chain_and_all_that_is_done_with_the_result()
    {
        var data = Load();
        using var chain = new EstimatorChain<ITransformer>().Append(Create()).Fit(data);

        Assert.Single(chain.Transform(data).GetColumn<float[]>("features"));
        using (
            var engine = _mlContext.Model.CreatePredictionEngine<ImageRow, ImageRow>(
                chain,
                inputSchemaDefinition: ImageRow.SchemaOf<ImageRow>(Model.Image)
            )
        )
        {
            engine.Predict(new() { Image = new float[Model.Image.Size] });
        }

        Assert.Single(_sessions);
    }

    [Fact]
    public void Each_further_fit_loads_once_more_and_has_a_graph_of_its_own()
    {
        var (data, estimator) = (Load(), Create());
        var first = estimator.Fit(data);
        using var second = estimator.Fit(data);

        first.Dispose();

        Assert.Equal([true, false], _sessions.Select(session => session.IsDisposed));
    }

    [Fact]
    public void A_fit_that_fails_leaves_the_load_to_the_next()
    {
        var estimator = Create();
        Assert.Throws<ArgumentException>(() => estimator.Fit(_mlContext.Data.LoadFromEnumerable([new PictureFile()])));

        using var fitted = estimator.Fit(Load());

        Assert.Single(_sessions);
    }

    [Fact]
    public void The_file_is_read_once_and_not_needed_for_fitting_scoring_and_saving()
    {
        var data = Load();
        var model = Copy();
        var estimator = _mlContext.Transforms.RecognizeWithInfoGan(model);
        Directory.Delete(model.FolderPath, recursive: true);

        using var fitted = estimator.Fit(data);
        using var again = estimator.Fit(data);
        _mlContext.Model.Save(again, data.Schema, _folder["saved.zip"]);

        using var loaded = _mlContext.Model.LoadInfoGan(_folder["saved.zip"], out _);
        var expected = fitted.Transform(data).GetColumn<float[]>("features").Single();
        Assert.Equal(expected, loaded.Transform(data).GetColumn<float[]>("features").Single());
    }

    /// <summary>An estimator as RecognizeWithInfoGan makes it, whose every load is noted.</summary>
    private InfoGanEstimator Create()
    {
        var tensors = Model.Manifest.Recognizer;
        var file = new OnnxFile(Model.RecognizerPath).Load();
        return new(Open, new(file, tensors, ContextSettings.Of(_mlContext.Model)), batchSize: 4);

        BatchedSession Open()
        {
            _sessions.Add(BatchedSession.Open(file, tensors, new()));
            return _sessions[^1];
        }
    }

    private ModelFolder Copy()
    {
        var copy = Directory.CreateDirectory(_folder["model"]).FullName;
        foreach (var file in Directory.GetFiles(Model.FolderPath))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return ModelFolder.Open(copy);
    }

    private IDataView Load() =>
        _mlContext.Data.LoadImages([new ImageRow { Image = new float[Model.Image.Size] }], Model);
}
