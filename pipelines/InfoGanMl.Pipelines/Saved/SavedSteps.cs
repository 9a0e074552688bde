using System.IO.Compression;
using InfoGanMl.Inference;
using InfoGanMl.Inference.UntrustedGraphs;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Contexts;
using InfoGanMl.Pipelines.Graphs;
using InfoGanMl.Pipelines.Pictures;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;

namespace InfoGanMl.Pipelines.Saved;

/// <summary>Finds in models that ML.NET loaded what was InfoGanMl's before it was saved as stock steps, and makes it so again.</summary>
internal sealed class SavedSteps(ContextSettings context, int batchSize)
{
    private readonly InferenceOptions _options = context.ToOptions(null, false, batchSize);
    private readonly MLContext _stock = context.CreateOnCpu();
    private readonly List<OnnxTransformer> _replaced = [];
    private PictureReader? _reader; // of the pictures that Q reads

    /// <summary>The same steps: G and Q in batches, pictures as the model's training has made them, or at least checked.</summary>
    public TransformerChain<ITransformer> Restore(ITransformer loaded)
    {
        var batched = Batch(loaded); // first: Q says how pictures are made, which come before it
        var restored = new TransformerChain<ITransformer>(RestorePictures(batched));
        _replaced.ForEach(stock => stock.Dispose()); // each has a graph and a file of its own
        return restored;
    }

    private ITransformer Batch(ITransformer step) =>
        step switch
        {
            OnnxTransformer stock => TryBatch(stock) ?? (ITransformer)stock,
            TransformerChain<ITransformer> chain => new TransformerChain<ITransformer>([.. chain.Select(Batch)]),
            _ => step,
        };

    private InfoGanTransformer? TryBatch(OnnxTransformer stock)
    {
        var content = ReadBytes(stock);
        if (GraphReader.FindProducer(content) != "InfoGanMl")
        {
            return null;
        }

        var file = new OnnxFile("the saved model", content);
        var graph = new SharedGraph(() => BatchedSession.Open(file, _options));
        if (graph.Tensors.Inputs is [{ Name: StockPictureSteps.Images, Shape: [var channels, var height, var width] }])
        {
            _reader = new(PreparationOf(content), new(channels, height, width));
        }

        _replaced.Add(stock);
        return new(graph, new(file, graph.Tensors, context), batchSize);
    }

    private ITransformer RestorePictures(ITransformer step) =>
        step switch
        {
            TransformerChain<ITransformer> chain when _reader is { } reader && StockPictureSteps.Are(chain) =>
                new PictureTransformer(chain, reader.Inverting(StockPictureSteps.Invert(_stock, chain))),
            TransformerChain<ITransformer> chain => new TransformerChain<ITransformer>([
                .. chain.Select(RestorePictures),
            ]),
            ImageLoadingTransformer others => new CheckedPictureLoader(others),
            _ => step,
        };

    private static ImagePreparation PreparationOf(byte[] file)
    {
        var json = GraphReader.FindProperty(file, ImagePreparation.PropertyName);
        return json is null ? new() : ImagePreparation.OfProperty(json);
    }

    /// <summary>The ONNX file in it, which ML.NET shows to nobody but writes into every saved model: its length, then its bytes.</summary>
    private byte[] ReadBytes(OnnxTransformer stock)
    {
        using var saved = new MemoryStream();
        _stock.Model.Save(stock, inputSchema: null, saved);
        using var archive = new ZipArchive(saved);
        using var reader = new BinaryReader(archive.Entries.Single(entry => entry.Name == "OnnxModel").Open());
        return reader.ReadBytes(reader.ReadInt32());
    }
}
