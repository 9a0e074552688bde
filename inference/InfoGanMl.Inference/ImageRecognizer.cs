using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Inference;

/// <summary>Q: reads codes and features off images. Several threads may use one recognizer at the same time.</summary>
public sealed class ImageRecognizer : IDisposable
{
    private readonly BatchedSession _graph;
    private readonly int _batchSize;
    private readonly LatentSpace _latent;

    private ImageRecognizer(BatchedSession graph, int batchSize, ModelFolder model)
    {
        _graph = graph;
        _batchSize = batchSize;
        _latent = model.Latent;
        Format = model.Image;
    }

    /// <summary>Size of the images.</summary>
    public ImageFormat Format { get; }

    /// <summary>What the graph really runs on, and why.</summary>
    public ExecutionProvider Provider => _graph.Provider;

    /// <summary>Opens Q's ONNX file and checks its tensors against the manifest.</summary>
    /// <exception cref="InvalidModelFolderException">The file cannot be loaded, or has other tensors.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run on the device asked for.</exception>
    public static ImageRecognizer Open(ModelFolder model, InferenceOptions? options = null)
    {
        options ??= new();
        var graph = BatchedSession.Open(model.RecognizerPath, model.Manifest.Recognizer, options);
        return new(graph, options.BatchSize, model);
    }

    /// <summary>Recognizes images.</summary>
    /// <param name="images">[N, C, H, W] in [0, 1]; N may be 0.</param>
    /// <exception cref="ArgumentException">The values do not make whole images.</exception>
    public Recognition Recognize(ReadOnlyMemory<float> images)
    {
        ObjectDisposedException.ThrowIf(_graph.IsDisposed, this);
        var count = Format.CountImages(images.Span);
        return new(_latent, count, _graph.Run(count, _batchSize, [images]));
    }

    /// <summary>Frees the graph; no other thread may be recognizing.</summary>
    public void Dispose() => _graph.Dispose();
}
