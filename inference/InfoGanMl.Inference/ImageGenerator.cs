using InfoGanMl.Models;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Inference;

/// <summary>G: draws images from noise and codes. Several threads may use one generator at the same time.</summary>
public sealed class ImageGenerator : IDisposable
{
    private readonly BatchedSession _graph;
    private readonly int _batchSize;

    private ImageGenerator(BatchedSession graph, int batchSize, ImageFormat format)
    {
        _graph = graph;
        _batchSize = batchSize;
        Format = format;
    }

    /// <summary>Size of the images.</summary>
    public ImageFormat Format { get; }

    /// <summary>What the graph really runs on, and why.</summary>
    public ExecutionProvider Provider => _graph.Provider;

    /// <summary>Opens G's ONNX file and checks its tensors against the manifest.</summary>
    /// <exception cref="InvalidModelFolderException">The file cannot be loaded, or has other tensors.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run on the device asked for.</exception>
    public static ImageGenerator Open(ModelFolder model, InferenceOptions? options = null)
    {
        options ??= new();
        var graph = BatchedSession.Open(model.GeneratorPath, model.Manifest.Generator, options);
        return new(graph, options.BatchSize, model.Image);
    }

    /// <summary>Generates one image for each row of latents.</summary>
    /// <returns>[N, C, H, W] in [0, 1].</returns>
    /// <exception cref="ArgumentException">The latents are of another latent space.</exception>
    public float[] Generate(Latents latents)
    {
        ObjectDisposedException.ThrowIf(_graph.IsDisposed, this);
        return _graph.Run(latents.Count, _batchSize, latents.ToInputs())[0];
    }

    /// <summary>Frees the graph; no other thread may be generating.</summary>
    public void Dispose() => _graph.Dispose();
}
