using InfoGanMl.Datasets;
using InfoGanMl.Inference;
using InfoGanMl.Models.Folder;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace InfoGanMl.Evaluation;

/// <summary>What Q's outputs are worth to someone with few labels: a linear classifier trained on them.</summary>
/// <param name="model">The model whose Q is used.</param>
/// <param name="device">Where Q runs.</param>
/// <param name="seed">Seed of ML.NET.</param>
public sealed class DownstreamClassifier(ModelFolder model, Device device, int seed)
{
    /// <summary>Trains on labelled images and tests on others, in ML.NET.</summary>
    /// <returns>Share of test images that are classified right.</returns>
    public double MeasureAccuracy(ImageSet train, ImageSet test)
    {
        var mlContext = new MLContext(seed)
        {
            GpuDeviceId = device == Device.Cpu ? null : 0,
            FallbackToCpu = device == Device.Auto,
        };
        var trainer = mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            // one thread: sums of floats in the same order every time
            new LbfgsMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1 }
        );
        using var classifier = mlContext
            .ClassifyWithInfoGan(model, trainer)
            .Fit(mlContext.Data.LoadImages(RowsOf(train), train.Format));
        var predictions = classifier.Transform(mlContext.Data.LoadImages(RowsOf(test), test.Format));
        var predicted = predictions.GetColumn<int>("PredictedLabel");
        return predicted.Zip(test.Labels).Average(pair => pair.First == pair.Second ? 1.0 : 0.0);
    }

    private static IEnumerable<LabelledImageRow> RowsOf(ImageSet images) =>
        Enumerable
            .Range(0, images.Count)
            .Select(index => new LabelledImageRow
            {
                Image = ImageFormat.ToFloats(images.Pixels.AsSpan(index * images.Format.Size, images.Format.Size)),
                Label = images.Labels[index],
            });
}
