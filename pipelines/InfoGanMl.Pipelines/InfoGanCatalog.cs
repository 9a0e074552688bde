using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Tensors;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Contexts;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines;

/// <summary>InfoGAN as ML.NET estimators. Fitted models hold native memory: dispose them when done.</summary>
/// <remarks>
/// What these build is stock ML.NET: a saved model carries the ONNX bytes and loads where neither the model folder nor
/// InfoGanMl is present.
/// </remarks>
public static class InfoGanCatalog
{
    internal const int DefaultBatchSize = 64;

    /// <summary>Recognizes images with Q.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model; its manifest names the columns.</param>
    /// <param name="gpuDeviceId">Index of a GPU; null for the one of the <see cref="MLContext"/>, or else the CPU.</param>
    /// <param name="fallbackToCpu">Whether to go on without that GPU; the <see cref="MLContext"/> may allow it for its own.</param>
    /// <param name="batchSize">Most rows in one call of ONNX Runtime, at least 1.</param>
    /// <returns>
    /// Column image, Vector&lt;Single, C, H, W&gt; in [0, 1], to {code}_probabilities for each categorical code, {code}_mean for
    /// each continuous code, and features.
    /// </returns>
    /// <exception cref="InvalidModelFolderException">The graph is not the one that the manifest describes.</exception>
    /// <exception cref="DeviceUnavailableException">There is no such GPU, or no native ONNX Runtime at all.</exception>
    public static InfoGanEstimator RecognizeWithInfoGan(
        this TransformsCatalog catalog,
        ModelFolder model,
        int? gpuDeviceId = null,
        bool fallbackToCpu = false,
        int batchSize = DefaultBatchSize
    )
    {
        var context = ContextSettings.Of(catalog);
        var options = context.ToOptions(gpuDeviceId, fallbackToCpu, batchSize);
        return Apply(context, model.RecognizerPath, model.Manifest.Recognizer, options);
    }

    /// <summary>Generates images with G.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model; its manifest names the columns.</param>
    /// <param name="gpuDeviceId">Index of a GPU; null for the one of the <see cref="MLContext"/>, or else the CPU.</param>
    /// <param name="fallbackToCpu">Whether to go on without that GPU; the <see cref="MLContext"/> may allow it for its own.</param>
    /// <param name="batchSize">Most rows in one call of ONNX Runtime, at least 1.</param>
    /// <returns>
    /// Columns noise, one one-hot vector per categorical code and one Vector&lt;Single, 1&gt; per continuous code, to image,
    /// Vector&lt;Single, 1, C, H, W&gt; in [0, 1].
    /// </returns>
    /// <exception cref="InvalidModelFolderException">The graph is not the one that the manifest describes.</exception>
    /// <exception cref="DeviceUnavailableException">There is no such GPU, or no native ONNX Runtime at all.</exception>
    public static InfoGanEstimator GenerateWithInfoGan(
        this TransformsCatalog catalog,
        ModelFolder model,
        int? gpuDeviceId = null,
        bool fallbackToCpu = false,
        int batchSize = DefaultBatchSize
    )
    {
        var context = ContextSettings.Of(catalog);
        var options = context.ToOptions(gpuDeviceId, fallbackToCpu, batchSize);
        return Apply(context, model.GeneratorPath, model.Manifest.Generator, options);
    }

    /// <summary>Trains a multiclass classifier on what Q makes of each image.</summary>
    /// <param name="mlContext">Its GpuDeviceId and FallbackToCpu decide where Q runs.</param>
    /// <param name="model">The model whose Q is used; training does not change it.</param>
    /// <param name="trainer">Any multiclass trainer of ML.NET on the columns Features and Label.</param>
    /// <param name="labelColumnName">Column of the classes, of any type that ML.NET maps to keys.</param>
    /// <param name="outputs">Outputs of Q that make up Features, each scaled to unit variance.</param>
    /// <param name="pictures">What makes column image of others, such as LoadPictures; null where it is there.</param>
    /// <returns>
    /// Columns image, or those that <paramref name="pictures"/> reads, and <paramref name="labelColumnName"/> to Score and
    /// PredictedLabel, of the label's own type. Once fitted,
    /// <c>GetModelFor(TransformerScope.Scoring)</c> is the part to save and to predict with, which needs no label column; the
    /// chain's own ValueToKeyMappingTransformer maps labels for ML.NET's Evaluate.
    /// </returns>
    public static EstimatorChain<ITransformer> ClassifyWithInfoGan(
        this MLContext mlContext,
        ModelFolder model,
        IEstimator<ITransformer> trainer,
        string labelColumnName = "Label",
        RecognizerOutputs outputs = RecognizerOutputs.All,
        IEstimator<ITransformer>? pictures = null
    ) =>
        (pictures is null ? new() : new EstimatorChain<ITransformer>().Append(pictures))
            .Append(mlContext.Transforms.RecognizeWithInfoGan(model))
            .Append(mlContext.Transforms.Concatenate("Features", outputs.ColumnsOf(model.Manifest)))
            .Append(mlContext.Transforms.Conversion.MapValueToKey("Label", labelColumnName), TransformerScope.TrainTest)
            .AppendCacheCheckpoint(mlContext) // or every pass of the trainer would run Q again
            .Append(new FirstPassEstimator("Features"), TransformerScope.TrainTest)
            .Append(mlContext.Transforms.NormalizeMeanVariance("Features", fixZero: false))
            .Append(trainer)
            .Append<ITransformer>(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

    /// <summary>
    /// Names the categories of recognized images, after RecognizeWithInfoGan: with one labeled row of each class, Q alone
    /// becomes a classifier. Hundreds of labels are better spent on <see cref="ClassifyWithInfoGan"/>.
    /// </summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="model">The model.</param>
    /// <param name="labelColumnName">Column of the classes, of any type that ML.NET maps to keys.</param>
    /// <param name="code">Index of the categorical code.</param>
    /// <exception cref="ArgumentOutOfRangeException">The model has no such code.</exception>
    public static CategoryNamingEstimator NameCategories(
        this MLContext mlContext,
        ModelFolder model,
        string labelColumnName = "Label",
        int code = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(code);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(code, model.Latent.Categorical.Count);
        return new(mlContext, model.Latent.Categorical[code].ProbabilitiesName, labelColumnName);
    }

    private static InfoGanEstimator Apply(
        ContextSettings context,
        string path,
        GraphTensors tensors,
        InferenceOptions options
    )
    {
        var file = new OnnxFile(path).Load();
        return new(() => BatchedSession.Open(file, tensors, options), new(file, tensors, context), options.BatchSize);
    }
}
