using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Inference;
using InfoGanMl.Models.Folder;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation;

/// <summary>How a model is scored.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Where ONNX Runtime runs.</summary>
    public Device Device { get; init; } = Device.Auto;

    /// <summary>Seed of the latents and of the labelled images; not the model's own, so that all are scored alike.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Images generated to see what Q recovers of their codes.</summary>
    public int GeneratedImages { get; init; } = 10_000;

    /// <summary>Labelled training images for the downstream classifier, as many of each class.</summary>
    public int Labels { get; init; } = 100;

    /// <summary>Whether to measure how many labels classifiers need: sixty trainings.</summary>
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

    /// <summary>Computes every score.</summary>
    /// <param name="data">Test images to score on, and training images to draw a few labelled ones from.</param>
    /// <param name="progress">Receives a line before each part.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    /// <exception cref="EvaluationException">The data do not fit the model.</exception>
    public Scores Evaluate(
        ImageDataset data,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        RequireFit(data);
        progress?.Report($"Recognising {data.Test.Count} test images.");
        var table = CountCategories(data.Test);

        cancellation.ThrowIfCancellationRequested();
        progress?.Report($"Recovering the codes of {_options.GeneratedImages} generated images.");
        var latents = new LatentSampler(_model.Latent, _options.Seed).Draw(_options.GeneratedImages);
        var generated = _generator.Generate(latents);
        var recovered = _recognizer.Recognize(generated);

        cancellation.ThrowIfCancellationRequested();
        var samples = ScoreSamples(data, generated, latents, table, progress);

        cancellation.ThrowIfCancellationRequested();
        progress?.Report($"Training a linear classifier on {_options.Labels} labelled images.");
        var downstream = MeasureDownstreamAccuracy(data);

        var code = _model.Latent.Categorical[0];
        return new()
        {
            MutualInformation = CodeMetrics.MutualInformation(
                recovered.Probabilities[0],
                latents.Categories[0],
                code.Entropy
            ),
            CodeEntropy = code.Entropy,
            ContinuousR2 = [.. recovered.Means.Zip(latents.Continuous, CodeMetrics.R2)],
            AccuracyOneToOne = ClusteringMetrics.AccuracyOneToOne(table),
            Purity = ClusteringMetrics.Purity(table),
            Nmi = ClusteringMetrics.NormalizedMutualInformation(table),
            Ari = ClusteringMetrics.AdjustedRandIndex(table),
            DownstreamAccuracy100Labels = downstream,
            TestImages = data.Test.Count,
            CodeMeanings = CodeMeanings.Measure(_model.Latent, generated, latents, data.Test.Format),
            Samples = samples,
        };
    }

    /// <summary>Computes the one score of how well Q sorts: the share of test images in the category matched to their class.</summary>
    /// <exception cref="EvaluationException">The data do not fit the model.</exception>
    public double MeasureAccuracy(ImageDataset data)
    {
        RequireFit(data);
        return ClusteringMetrics.AccuracyOneToOne(CountCategories(data.Test));
    }

    /// <summary>Frees both graphs.</summary>
    public void Dispose()
    {
        _generator.Dispose();
        _recognizer.Dispose();
    }

    private ContingencyTable CountCategories(ImageSet images)
    {
        var categories = _recognizer.Recognize(ImageFormat.ToFloats(images.Pixels)).MostLikelyCategories();
        return ContingencyTable.Count(categories, [.. images.Labels.Select(label => (int)label)]);
    }

    private SampleScores? ScoreSamples(
        ImageDataset data,
        float[] generated,
        Latents latents,
        ContingencyTable table,
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
            ClusteringMetrics.MatchClasses(table)
        );
    }

    private double MeasureDownstreamAccuracy(ImageDataset data)
    {
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
