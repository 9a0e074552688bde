using System.Collections.ObjectModel;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.KnownFactors;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Samples;
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
        using var judge = FindJudge(data);
        var sorted = Sort(data, progress, cancellation);

        cancellation.ThrowIfCancellationRequested();
        progress?.Report($"Recovering the codes of {_options.GeneratedImages} generated images.");
        var latents = new LatentSampler(_model.Latent, _options.Seed).Draw(_options.GeneratedImages);
        var generated = _generator.Generate(latents);
        var recovered = _recognizer.Recognize(generated);
        var meanings = new CodeMeanings(_model.Latent, latents, generated, data.Test.Format);

        cancellation.ThrowIfCancellationRequested();
        var drawn = sorted?.Clustering is { } known ? new DrawnCategories(latents.Categories[0], known.ClassOf) : null;
        var samples = ScoreSamples(judge, data, generated, drawn, progress);
        progress?.Report("Looking for the training images nearest to generated ones.");
        var (copies, nearest) = new CopyScorer(data, _options.Seed).Measure(generated);

        cancellation.ThrowIfCancellationRequested();
        var information = MeasureInformation(recovered, latents);
        var clustering = sorted?.Clustering;
        var scores = new Scores
        {
            MutualInformation = sorted is null ? null : information[0],
            CodeEntropy = sorted is null ? null : _model.Latent.Categorical[0].Entropy,
            CategoricalCodes = sorted is { Codes.Count: > 1 }
                ? [.. sorted.Codes.Zip(information, (c, l) => c.Score(l))]
                : [],
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
            Sorting = sorted?.Scores,
            Intervals = clustering?.Intervals ?? ReadOnlyDictionary<string, Interval>.Empty,
            Disentanglement = meanings.MeasureDisentanglement(),
            Factors = ScoreFactors(data, progress, cancellation),
            Copies = copies,
            Pictures = new GeneratedPictures(_generator, _model.Latent, _options.Seed).Beside(sorted, nearest),
        };
    }

    /// <summary>Computes the one score of how well Q sorts: the share of test images in the category matched to their class.</summary>
    /// <exception cref="EvaluationException">
    /// The data do not fit the model, or have no labels; or the model has no categorical code.
    /// </exception>
    public double MeasureAccuracy(ImageDataset data)
    {
        RequireFit(data);
        RequireCategories();
        LabeledSubset.RequireLabels(data.Test);
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

    /// <summary>Null for a model without a categorical code.</summary>
    private SortedImages? Sort(ImageDataset data, IProgress<ActivityReport>? progress, CancellationToken cancellation)
    {
        if (_model.Latent.Categorical.Count == 0)
        {
            progress?.Report("Not sorting the test images: the model has no categorical code.");
            return null;
        }

        return new SortingPass(_recognizer, _model.Latent.Categorical, data, _options.Seed).Run(progress, cancellation);
    }

    /// <summary>L_I of each categorical code.</summary>
    private double[] MeasureInformation(Recognition recovered, Latents latents) =>
        [
            .. _model.Latent.Categorical.Select(
                (code, index) =>
                    CodeMetrics.MutualInformation(
                        recovered.Probabilities[index],
                        latents.Categories[index],
                        code.Entropy
                    )
            ),
        ];

    private Judge? FindJudge(ImageDataset data)
    {
        var options = new InferenceOptions { Device = _options.Device };
        return _options.JudgeFile is { } file ? Judge.Of(data, file, options) : Judge.Find(data.Name, options);
    }

    private SampleScores? ScoreSamples(
        Judge? judge,
        ImageDataset data,
        float[] generated,
        DrawnCategories? drawn,
        IProgress<ActivityReport>? progress
    )
    {
        if (judge is null)
        {
            progress?.Report(
                $"Not judging the generated images: no judge is shipped for {data.Name}, and none was passed."
            );
            return null;
        }

        progress?.Report("Judging the generated images.");
        return new SampleScorer(judge, data.Train, data.Test, _options.Seed).Measure(generated, drawn);
    }

    /// <summary>Null where no factors are known, or where there are no two codes to choose from.</summary>
    private FactorScores? ScoreFactors(
        ImageDataset data,
        IProgress<ActivityReport>? progress,
        CancellationToken cancellation
    ) =>
        data.Sprites is { } sprites && _model.Latent.Categorical.Count + _model.Latent.Continuous.Count >= 2
            ? FactorScorer.Of(_recognizer, sprites, _options.Factors).Measure(progress, cancellation)
            : null;

    private double? MeasureDownstreamAccuracy(ImageDataset data, IProgress<ActivityReport>? progress)
    {
        if (!data.Train.IsLabeled || !data.Test.IsLabeled)
        {
            return null;
        }

        progress?.Report($"Training a linear classifier on {_options.Labels} labeled images.");
        var labeled = LabeledSubset.Draw(data.Train, _options.Labels, _options.Seed);
        var downstream = new DownstreamClassifier(_model, Provider.Device, _options.Seed);
        return downstream.MeasureAccuracy(downstream.LinearOnRecognizer, labeled, data.Test);
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
