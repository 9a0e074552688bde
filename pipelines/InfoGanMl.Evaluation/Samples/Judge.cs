using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Evaluation.Samples;

/// <summary>
/// A frozen classifier that says what generated images show. It learned from labeled, real images
/// (<c>dotnet cake --target=TrainJudge</c>), independently of every InfoGAN. Several threads may use one judge at the same time.
/// </summary>
public sealed class Judge : IDisposable
{
    private readonly BatchedSession _graph;
    private readonly int _batchSize;

    private Judge(BatchedSession graph, int batchSize)
    {
        _graph = graph;
        _batchSize = batchSize;
        var image = graph.Tensors.Inputs[0].Shape;
        Format = new(image[0], image[1], image[2]);
    }

    /// <summary>Size of the images.</summary>
    public ImageFormat Format { get; }

    /// <summary>Number of classes.</summary>
    public int Classes => _graph.Tensors.Outputs[0].Width;

    /// <summary>Number of features of one image.</summary>
    public int FeatureWidth => _graph.Tensors.Outputs[1].Width;

    /// <summary>Opens the judge that is shipped for a data set (models/judges).</summary>
    /// <param name="dataset">Name of the data set, in any case. A folder of the user's own goes by its own name.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Null when none is shipped for that data set.</returns>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run on the device asked for.</exception>
    public static Judge? Find(string dataset, InferenceOptions? options = null)
    {
        var name = $"judges/{dataset.ToLowerInvariant()}.onnx";
        using var resource = typeof(Judge).Assembly.GetManifestResourceStream(name);
        if (resource is null)
        {
            return null;
        }

        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return Open(new OnnxFile(name, content), options ?? new());
    }

    /// <summary>Opens the ONNX file of a judge.</summary>
    /// <exception cref="EvaluationException">The file cannot be loaded, or has other tensors.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run on the device asked for.</exception>
    public static Judge Open(string path, InferenceOptions? options = null) =>
        Open(new OnnxFile(path), options ?? new());

    /// <summary>Opens the ONNX file of a judge of these images.</summary>
    /// <exception cref="EvaluationException">
    /// The file cannot be loaded, has other tensors, or is of a judge of other images or of fewer classes.
    /// </exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run on the device asked for.</exception>
    internal static Judge Of(ImageDataset data, string path, InferenceOptions options)
    {
        var judge = Open(path, options);
        var classes = data.CountClasses();
        if (judge.Format == data.Test.Format && judge.Classes >= classes)
        {
            return judge;
        }

        judge.Dispose();
        throw new EvaluationException(
            $"a judge of {judge.Format} and {judge.Classes} classes in {path}",
            $"one of {data.Test.Format} and {classes} classes, as {data.Name} has",
            "Train a judge on these images."
        );
    }

    /// <summary>Classifies images.</summary>
    /// <param name="images">[N, C, H, W] in [0, 1]; N may be 0.</param>
    /// <exception cref="ArgumentException">The values do not make whole images.</exception>
    public Judgement Classify(ReadOnlyMemory<float> images)
    {
        ObjectDisposedException.ThrowIf(_graph.IsDisposed, this);
        var count = Format.CountImages(images.Span);
        var outputs = _graph.Run(count, _batchSize, [images]);
        return new(outputs[0], outputs[1], Classes);
    }

    /// <summary>Frees the graph; no other thread may be classifying.</summary>
    public void Dispose() => _graph.Dispose();

    private static Judge Open(OnnxFile file, InferenceOptions options)
    {
        try
        {
            var graph = BatchedSession.Open(
                file,
                [JudgeTensors.ImageName],
                [JudgeTensors.ProbabilitiesName, JudgeTensors.FeaturesName],
                options
            );
            return new(graph, options.BatchSize);
        }
        catch (InvalidModelFolderException problem)
        {
            throw new EvaluationException(
                $"{problem.Found} in {problem.Path}",
                $"{problem.Expected}, as a judge has",
                "Train the judge again."
            );
        }
    }
}

/// <summary>What a judge says about N images.</summary>
public sealed class Judgement
{
    internal Judgement(float[] probabilities, float[] features, int classes)
    {
        Probabilities = probabilities;
        Features = features;
        Classes = [.. probabilities.Chunk(classes).Select(row => Array.IndexOf(row, row.Max()))];
    }

    /// <summary>[N] the most likely class of each image, from 0.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>[N × classes], each row summing to 1.</summary>
    public float[] Probabilities { get; }

    /// <summary>[N × width], the judge's last layer before the classes.</summary>
    public float[] Features { get; }
}
