using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Inference;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation;

/// <summary>Scores the exported files of a model.</summary>
public sealed class Evaluator : IDisposable
{
    private readonly ModelFolder _model;
    private readonly EvaluationOptions _options;
    private readonly ImageGenerator _generator;
    private readonly ImageRecognizer _recognizer;

    private Evaluator(ModelFolder model, EvaluationOptions options)
    {
        _model = model;
        _options = options;
        _generator = ImageGenerator.Open(model, new() { Device = options.Device });
        _recognizer = ImageRecognizer.Open(model, new() { Device = options.Device });
    }

    /// <summary>What the graphs really run on, and why.</summary>
    public ExecutionProvider Provider => _recognizer.Provider;

    /// <summary>Opens both graphs of a model.</summary>
    /// <exception cref="InvalidModelFolderException">A graph cannot be loaded, or has other tensors.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run on the device asked for.</exception>
    public static Evaluator Open(ModelFolder model, EvaluationOptions options) => new(model, options);

    /// <summary>
    /// Computes every score, in memory that does not grow with the test images: beside the bytes in <paramref name="data"/> it
    /// holds a batch of them, a few thousand features and what a report shows.
    /// </summary>
    /// <param name="data">Test images to score on, and training images to compare with; labels may be missing.</param>
    /// <param name="progress">Told of each part, and how far it is where that is known.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    /// <exception cref="EvaluationException">The data do not fit the model, or the judge.</exception>
    public Findings Evaluate(
        ImageDataset data,
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        RequireFit(data);
        using var context = new EvaluationContext(_model, data, _options, _generator, _recognizer)
        {
            Progress = progress,
            Cancellation = cancellation,
        };
        foreach (var scorer in Scorers.All)
        {
            scorer.Check(context);
        }

        return Findings.Of(context);
    }

    /// <summary>Computes the one score of how well Q sorts: the share of labeled test images in the category matched to their class.</summary>
    /// <exception cref="EvaluationException">
    /// The data do not fit the model, or have no labels; or the model has no categorical code.
    /// </exception>
    public double MeasureAccuracy(ImageDataset data)
    {
        RequireFit(data);
        RequireCategories();
        LabeledSubset.RequireLabels(data.Test);
        var labeled = data.Test.Labeled();
        int[] categories =
        [
            .. labeled.ToBatches().SelectMany(batch => _recognizer.Recognize(batch).MostLikelyCategories()),
        ];
        return ClusteringMetrics.AccuracyOneToOne(ContingencyTable.Count(categories, labeled.Labels));
    }

    /// <summary>Frees both graphs.</summary>
    public void Dispose()
    {
        _generator.Dispose();
        _recognizer.Dispose();
    }

    private void RequireCategories()
    {
        if (_model.Latent.Categorical.Count == 0)
        {
            throw new EvaluationException(
                $"no categorical code in {_model.FolderPath}",
                "at least one, whose categories are compared with the classes",
                "Choose a preset with a categorical code."
            );
        }
    }

    private void RequireFit(ImageDataset data)
    {
        var expected = _model.Image;
        if (data.Train.Format != expected || data.Test.Format != expected || data.Test.Count == 0)
        {
            throw new EvaluationException(
                $"{data.Test.Count} test images of {data.Test.Format} in {data.Name}",
                $"images of {expected}, as the model was trained on",
                "Pass the data that the model was trained on."
            );
        }
    }
}
