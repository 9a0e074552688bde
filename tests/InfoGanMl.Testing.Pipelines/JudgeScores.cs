using System.Globalization;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Models.Images;
using Microsoft.ML.OnnxRuntime;

namespace InfoGanMl.Testing.Pipelines;

/// <summary>
/// Test accuracy and loss of a judge, as TorchSharp measured them in training and as ONNX Runtime does. That they agree over
/// all test images is the parity check of a judge: the loss is made of every image's probabilities, and those of its features.
/// </summary>
public static class JudgeScores
{
    /// <summary>What training wrote into the file.</summary>
    public static (double Accuracy, double Loss) Stated(string path)
    {
        using var session = new InferenceSession(path);
        var metadata = session.ModelMetadata.CustomMetadataMap;
        return (Number("test_accuracy"), Number("test_loss"));

        double Number(string key) => double.Parse(metadata[key], CultureInfo.InvariantCulture);
    }

    public static (double Accuracy, double Loss) Measure(Judge judge, ImageSet images)
    {
        var found = judge.Classify(ImageFormat.ToFloats(images.Pixels));
        var rows = found.Probabilities.Chunk(judge.Classes);
        return (
            found.Classes.Zip(images.Labels).Average(pair => pair.First == pair.Second ? 1.0 : 0.0),
            rows.Zip(images.Labels).Average(row => -Math.Log(row.First[row.Second]))
        );
    }

    /// <summary>Whether they agree but for the rounding of both runtimes and of the file's six digits.</summary>
    public static bool AreClose((double Accuracy, double Loss) stated, (double Accuracy, double Loss) found) =>
        Math.Abs(stated.Accuracy - found.Accuracy) <= 1e-4 && Math.Abs(stated.Loss - found.Loss) <= 1e-5;
}
