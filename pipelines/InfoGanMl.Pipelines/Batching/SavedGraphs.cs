using System.IO.Compression;
using InfoGanMl.Inference;
using InfoGanMl.Inference.UntrustedGraphs;
using InfoGanMl.Models.Devices;
using InfoGanMl.Pipelines.Pictures;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>Finds G and Q in models that ML.NET loaded, where they are stock OnnxTransformers.</summary>
internal sealed class SavedGraphs(MLContext mlContext, Device device, int batchSize)
{
    /// <summary>The same steps, G and Q batched, and pictures checked before they are decoded.</summary>
    public TransformerChain<ITransformer> Batch(IEnumerable<ITransformer> steps) => new([.. steps.Select(Batch)]);

    private ITransformer Batch(ITransformer step) =>
        step switch
        {
            OnnxTransformer stock => OpenInfoGan(stock) is { } graph
                ? new InfoGanTransformer(stock, graph, batchSize)
                : stock,
            ImageLoadingTransformer pictures => new CheckedPictureLoader(pictures),
            TransformerChain<ITransformer> chain => Batch((IEnumerable<ITransformer>)chain),
            _ => step,
        };

    private BatchedSession? OpenInfoGan(OnnxTransformer stock)
    {
        var file = ReadBytes(stock);
        return GraphReader.FindProducer(file) == "InfoGanMl"
            ? BatchedSession.Open(new("the saved model", file), device)
            : null;
    }

    /// <summary>The ONNX file in it, which ML.NET shows to nobody but writes into every saved model: its length, then its bytes.</summary>
    private byte[] ReadBytes(OnnxTransformer stock)
    {
        using var saved = new MemoryStream();
        mlContext.Model.Save(stock, inputSchema: null, saved);
        using var archive = new ZipArchive(saved);
        using var reader = new BinaryReader(archive.Entries.Single(entry => entry.Name == "OnnxModel").Open());
        return reader.ReadBytes(reader.ReadInt32());
    }
}
