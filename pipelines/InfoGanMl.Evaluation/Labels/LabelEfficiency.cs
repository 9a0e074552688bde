using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using Microsoft.ML;

namespace InfoGanMl.Evaluation.Labels;

/// <summary>How well a classifier does that was trained on a number of labels, drawn several times.</summary>
/// <param name="Classifier">The classifier.</param>
/// <param name="Labels">Labeled training images, as many of each class.</param>
/// <param name="Errors">For each draw the share of test images that are classified wrong.</param>
public sealed record LabelEfficiencyScore(string Classifier, int Labels, IReadOnlyList<double> Errors);

/// <summary>How many labels a classifier needs, with Q and without.</summary>
/// <param name="model">The model whose Q is used.</param>
/// <param name="data">Training images to draw labeled ones from, and test images.</param>
/// <param name="device">Where Q runs.</param>
public sealed class LabelEfficiency(ModelFolder model, ImageDataset data, Device device)
{
    private static readonly (string, IEstimator<ITransformer>)[] NoCategories = [];

    /// <summary>
    /// Measures Q's categories, named, where the model has any, and the same linear classifier on Q's outputs, on as many principal components of the
    /// training images, and on their pixels.
    /// </summary>
    /// <param name="labels">Numbers of labels to train on; where it is that of all labels, all are taken, once.</param>
    /// <param name="draws">How often as many are drawn; the seeds of the draws count from 1.</param>
    /// <param name="progress">Told of each classifier.</param>
    /// <param name="cancellation">Stops between two classifiers.</param>
    /// <exception cref="EvaluationException">There are fewer training images than labels, or more classes.</exception>
    public IReadOnlyList<LabelEfficiencyScore> Measure(
        IReadOnlyList<int> labels,
        int draws,
        IProgress<ActivityReport> progress,
        CancellationToken cancellation
    )
    {
        var downstream = new DownstreamClassifier(model, device, seed: 1);
        var width = model.Manifest.Recognizer.Outputs.Sum(output => output.Width);
        progress.Report($"Finding {width} principal components of {data.Train.Count} images.");
        (string Name, IEstimator<ITransformer> Classifier)[] classifiers =
        [
            .. model.Latent.Categorical.Count > 0 ? [("categories, named", downstream.NamedCategories)] : NoCategories,
            ("Q's outputs", downstream.LinearOnRecognizer),
            ($"{width} principal components", downstream.LinearOnComponents(data.Train, width)),
            ("pixels", downstream.LinearOnPixels),
        ];

        var scores = new List<LabelEfficiencyScore>();
        foreach (var count in labels)
        {
            var drawn = Draw(count, draws);
            foreach (var (index, (name, classifier)) in classifiers.Index())
            {
                cancellation.ThrowIfCancellationRequested();
                var part = $"Training {classifiers.Length} classifiers on {count} labels, {drawn.Count} draws.";
                progress.Report(ActivityReport.Of(part, index, classifiers.Length, name));
                var errors = drawn.Select(train => 1 - downstream.MeasureAccuracy(classifier, train, data.Test));
                scores.Add(new(name, count, [.. errors]));
            }
        }

        return scores;
    }

    private List<ImageSet> Draw(int count, int draws) =>
        count == data.Train.CountLabeled
            ? [data.Train.Labeled()]
            : [.. Enumerable.Range(1, draws).Select(draw => LabeledSubset.Draw(data.Train, count, seed: draw))];
}
