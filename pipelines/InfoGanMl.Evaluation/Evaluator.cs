using System.Collections.ObjectModel;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Evaluation.Sorting;
using InfoGanMl.Inference;
using InfoGanMl.Models.Folder;

namespace InfoGanMl.Evaluation;

/// <summary>How a model is scored.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Where ONNX Runtime runs.</summary>
    public Device Device { get; init; } = Device.Auto;

    /// <summary>Seed of all that is drawn; not the model's own, so that all are scored alike.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Images generated to see what Q recovers of their codes.</summary>
    public int GeneratedImages { get; init; } = 10_000;

    /// <summary>Labelled training images for the downstream classifier, as many of each class.</summary>
    public int Labels { get; init; } = 100;

    /// <summary>Whether to measure how many labels classifiers need.</summary>
    public bool LabelEfficiency { get; init; }
}

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
    /// <exception cref="EvaluationException">The model has no categorical code.</exception>
    /// <exception cref="InvalidModelFolderException">A graph cannot be loaded, or has other tensors.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run on the device asked for.</exception>
    public static Evaluator Open(ModelFolder model, EvaluationOptions options) =>
        model.Latent.Categorical.Count > 0
            ? new(model, options)
            : throw new EvaluationException(
                $"no categorical code in {model.FolderPath}",
                "at least one, whose categories are compared with the classes",
                "Choose a preset with a categorical code."
            );

    /// <summary>
    /// Computes every score, in memory that does not grow with the test images: beside the bytes in <paramref name="data"/> it
    /// holds a batch of them, a few thousand features and what a report shows.
    /// </summary>
    /// <param name="data">Test images to score on, and training images to compare with; labels may be missing.</param>
    /// <param name="progress">Receives a line before each part.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    /// <exception cref="EvaluationException">The data do not fit the model.</exception>
    public Findings Evaluate(
        ImageDataset data,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        RequireFit(data);
        progress?.Report($"Recognising {data.Test.Count} test images.");
        var code = _model.Latent.Categorical[0];
        var sorting = new SortingPass(_recognizer, data, code.Size, _options.Seed);
        var categories = sorting.Run(cancellation);
        var clustering = sorting.Confidences is { } confidences ? new Clustering(confidences, _options.Seed) : null;

        cancellation.ThrowIfCancellationRequested();
        progress?.Report($"Recovering the codes of {_options.GeneratedImages} generated images.");
        var latents = new LatentSampler(_model.Latent, _options.Seed).Draw(_options.GeneratedImages);
        var generated = _generator.Generate(latents);
        var recovered = _recognizer.Recognize(generated);
        var meanings = new CodeMeanings(_model.Latent, latents, generated, data.Test.Format);

        cancellation.ThrowIfCancellationRequested();
        var samples = clustering is null ? null : ScoreSamples(data, generated, latents, clustering.ClassOf, progress);
        progress?.Report("Looking for the training images nearest to generated ones.");
        var (copies, nearest) = new CopyScorer(data, _options.Seed).Measure(generated);

        cancellation.ThrowIfCancellationRequested();
        var scores = new Scores
        {
            MutualInformation = CodeMetrics.MutualInformation(
                recovered.Probabilities[0],
                latents.Categories[0],
                code.Entropy
            ),
            CodeEntropy = code.Entropy,
            ContinuousR2 = [.. recovered.Means.Zip(latents.Continuous, CodeMetrics.R2)],
            AccuracyOneToOne = clustering?.Accuracy,
            Purity = clustering?.Purity,
            Nmi = clustering?.Nmi,
            Ari = clustering?.Ari,
            DownstreamAccuracy100Labels = MeasureDownstreamAccuracy(data, progress),
            TestImages = data.Test.Count,
            CodeMeanings = meanings.Measure(),
            Samples = samples,
        };
        return new()
        {
            Scores = scores,
            Categories = categories,
            Classes = clustering?.Describe(data),
            Intervals = clustering?.Intervals ?? ReadOnlyDictionary<string, Interval>.Empty,
            Disentanglement = meanings.MeasureDisentanglement(),
            Copies = copies,
            Pictures = new GeneratedPictures(_generator, _model.Latent, _options.Seed).Beside(
                sorting.Exemplars,
                clustering?.ClassOf,
                nearest
            ),
        };
    }

    /// <summary>Computes the one score of how well Q sorts: the share of test images in the category matched to their class.</summary>
    /// <exception cref="EvaluationException">The data do not fit the model, or have no labels.</exception>
    public double MeasureAccuracy(ImageDataset data)
    {
        RequireFit(data);
        LabelledSubset.RequireLabels(data.Test);
        int[] categories =
        [
            .. data.Test.ToBatches().SelectMany(batch => _recognizer.Recognize(batch).MostLikelyCategories()),
        ];
        int[] classes = [.. data.Test.Labels.Select(label => (int)label)];
        return ClusteringMetrics.AccuracyOneToOne(ContingencyTable.Count(categories, classes));
    }

    /// <summary>Frees both graphs.</summary>
    public void Dispose()
    {
        _generator.Dispose();
        _recognizer.Dispose();
    }

    private SampleScores? ScoreSamples(
        ImageDataset data,
        float[] generated,
        Latents latents,
        IReadOnlyList<int> classOf,
        IProgress<string>? progress
    )
    {
        using var judge = Judge.Find(data.Name, new() { Device = _options.Device });
        if (judge is null)
        {
            progress?.Report($"Not judging the generated images: no judge is shipped for {data.Name}.");
            return null;
        }

        progress?.Report("Judging the generated images.");
        return new SampleScorer(judge, data.Train, data.Test, _options.Seed).Measure(
            generated,
            latents.Categories[0],
            classOf
        );
    }

    private double? MeasureDownstreamAccuracy(ImageDataset data, IProgress<string>? progress)
    {
        if (!data.Train.IsLabelled || !data.Test.IsLabelled)
        {
            return null;
        }

        progress?.Report($"Training a linear classifier on {_options.Labels} labelled images.");
        var labelled = LabelledSubset.Draw(data.Train, _options.Labels, _options.Seed);
        var downstream = new DownstreamClassifier(_model, Provider.Device, _options.Seed);
        return downstream.MeasureAccuracy(downstream.LinearOnRecognizer, labelled, data.Test);
    }

    private void RequireFit(ImageDataset data)
    {
        var expected = _model.Manifest.Options.Image;
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
