using InfoGanMl.Models;
using InfoGanMl.Models.Files;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Contexts;
using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Pipelines.Saved;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines;

/// <summary>Pipelines with G or Q in them that were saved.</summary>
public static class SavedInfoGanCatalog
{
    /// <summary>
    /// Makes a loaded model run G and Q in batches again. Models are saved as stock ML.NET, which knows no batches; everything
    /// else in the chain stays as it is.
    /// </summary>
    /// <param name="catalog">Of an <see cref="MLContext"/>, whose GpuDeviceId and FallbackToCpu decide where G and Q run.</param>
    /// <param name="loaded">What <c>mlContext.Model.Load</c> returned; the result takes it over.</param>
    /// <param name="batchSize">Most rows in one call of ONNX Runtime, at least 1.</param>
    /// <exception cref="ArgumentException">There is no G and no Q in it.</exception>
    public static TransformerChain<ITransformer> BatchInfoGan(
        this ModelOperationsCatalog catalog,
        ITransformer loaded,
        int batchSize = InfoGanCatalog.DefaultBatchSize
    )
    {
        var chain = new SavedSteps(ContextSettings.Of(catalog), batchSize).Restore(loaded);
        return Flatten(chain).OfType<InfoGanTransformer>().Any()
            ? chain
            : throw new ArgumentException(
                "Found no InfoGAN in the model; expected one that RecognizeWithInfoGan or GenerateWithInfoGan was part of.",
                nameof(loaded)
            );

        static IEnumerable<ITransformer> Flatten(ITransformer transformer) =>
            transformer is IEnumerable<ITransformer> steps ? steps.SelectMany(Flatten) : [transformer];
    }

    /// <summary>
    /// Loads a pipeline that was saved with G or Q in it, which may be a stranger's, and makes it run in batches as
    /// <see cref="BatchInfoGan"/> does.
    /// </summary>
    /// <remarks>
    /// It is checked before ML.NET loads it: sizes, names, the ONNX graphs, and that its steps are those of InfoGanMl's pipelines
    /// and ML.NET's trainers. What a trainer makes of wrong numbers in its own part is not promised, and an ML.NET loader may ask
    /// for as much memory as such a number says before it fails.
    /// </remarks>
    /// <param name="catalog">Of an <see cref="MLContext"/>, whose GpuDeviceId and FallbackToCpu decide where G and Q run.</param>
    /// <param name="filePath">The file.</param>
    /// <param name="inputSchema">The columns that it was saved with.</param>
    /// <param name="batchSize">Most rows in one call of ONNX Runtime, at least 1.</param>
    /// <exception cref="InvalidPipelineFileException">It is damaged, too large, or made of other steps.</exception>
    /// <exception cref="InvalidModelFolderException">A graph in it is none that InfoGanMl exports.</exception>
    public static TransformerChain<ITransformer> LoadInfoGan(
        this ModelOperationsCatalog catalog,
        string filePath,
        out DataViewSchema inputSchema,
        int batchSize = InfoGanCatalog.DefaultBatchSize
    )
    {
        using var file = BoundedFile.Open(
            filePath,
            SavedArchive.MostBytes,
            (found, expected, inner) => new InvalidPipelineFileException(filePath, found, expected, inner)
        );
        return Load(catalog, filePath, file, out inputSchema, batchSize);
    }

    /// <inheritdoc cref="LoadInfoGan(ModelOperationsCatalog, string, out DataViewSchema, int)"/>
    /// <param name="catalog">Of an <see cref="MLContext"/>, whose GpuDeviceId and FallbackToCpu decide where G and Q run.</param>
    /// <param name="stream">The file's content, from its current position to its end.</param>
    /// <param name="inputSchema">The columns that it was saved with.</param>
    public static TransformerChain<ITransformer> LoadInfoGan(
        this ModelOperationsCatalog catalog,
        Stream stream,
        out DataViewSchema inputSchema
    ) => Load(catalog, "the saved model", stream, out inputSchema, InfoGanCatalog.DefaultBatchSize);

    private static TransformerChain<ITransformer> Load(
        ModelOperationsCatalog catalog,
        string name,
        Stream file,
        out DataViewSchema inputSchema,
        int batchSize
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        (var loaded, inputSchema) = SavedPipeline.Load(ContextSettings.Of(catalog).CreateOnCpu(), name, file);
        try
        {
            return SavedPipeline.Guard(name, () => catalog.BatchInfoGan(loaded, batchSize));
        }
        catch
        {
            (loaded as IDisposable)?.Dispose();
            throw;
        }
    }
}
