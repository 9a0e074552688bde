using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Runs;

namespace InfoGanMl.Evaluation.Labels;

/// <summary>
/// The network of ML.NET's image featurizer, which ImageNet's labels taught, at the size of the images: what preset photos begins
/// with. Beside it, Q shows what the training without labels has added.
/// </summary>
public sealed class Featurizer : IDisposable
{
    private readonly BatchedSession _graph;
    private readonly int _output;
    private readonly ImageFormat _format;
    private readonly int _batchSize;

    private Featurizer(BatchedSession graph, int output, ImageFormat format, int batchSize)
    {
        (_graph, _output, _format, _batchSize) = (graph, output, format, batchSize);
    }

    /// <summary>Features of an image.</summary>
    public int Width => _graph.Tensors.Outputs[_output].Width;

    /// <summary>Opens what a training on photographs leaves in its run folder.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="format">Size of the images.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="EvaluationException">The file cannot be loaded, has other tensors, or is of other images.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run on the device asked for.</exception>
    public static Featurizer Open(string path, ImageFormat format, InferenceOptions options)
    {
        BatchedSession graph;
        try
        {
            graph = BatchedSession.Open(new OnnxFile(path), options);
        }
        catch (InvalidModelFolderException problem)
        {
            throw Refuse($"{problem.Found} in {problem.Path}", problem.Expected);
        }

        var output = graph
            .Tensors.Outputs.Select(tensor => tensor.Name)
            .ToList()
            .IndexOf(FeaturizerTensors.FeaturesName);
        if (
            output >= 0
            && graph.Tensors.Inputs is [{ Name: FeaturizerTensors.ImageName } image]
            && image.Shape.SequenceEqual([format.Channels, format.Height, format.Width])
        )
        {
            return new(graph, output, format, options.BatchSize);
        }

        var found = string.Join(
            ", ",
            graph.Tensors.Inputs.Select(input => $"{input.Name} [N,{string.Join(',', input.Shape)}]")
        );
        graph.Dispose();
        throw Refuse($"{found} in {path}", $"an image of {format} and its features");

        static EvaluationException Refuse(string found, string expected) =>
            new(
                found,
                expected,
                "Take featurizer.onnx from the run folder of a training with preset photos on such images."
            );
    }

    /// <summary>Features [N × width] of images.</summary>
    /// <param name="images">[N, C, H, W] in [0, 1].</param>
    public float[] Featurize(ReadOnlyMemory<float> images) =>
        _graph.Run(_format.CountImages(images.Span), _batchSize, [images])[_output];

    /// <summary>The same of images as bytes, a few hundred at once.</summary>
    public float[] Featurize(ImageSet images) => [.. images.ToBatches().SelectMany(batch => Featurize(batch))];

    /// <summary>Frees the graph.</summary>
    public void Dispose() => _graph.Dispose();

    /// <summary>The one of an evaluation; null where it has none.</summary>
    internal static Featurizer? Of(EvaluationContext context) =>
        context.Options.FeaturizerFile is { } file
            ? Open(file, context.Data.Test.Format, new() { Device = context.Options.Device })
            : null;
}
