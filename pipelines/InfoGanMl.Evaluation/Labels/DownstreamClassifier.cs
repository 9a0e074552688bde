using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace InfoGanMl.Evaluation.Labels;

/// <summary>What Q's outputs are worth to someone with few labels: classifiers trained on them, as users of ML.NET would.</summary>
/// <param name="model">The model whose Q is used.</param>
/// <param name="device">Where Q runs.</param>
/// <param name="seed">Seed of ML.NET.</param>
public sealed class DownstreamClassifier(ModelFolder model, Device device, int seed)
{
    /// <summary>Accuracy of <see cref="LinearOnRecognizer"/> on 100 labels.</summary>
    public static readonly FigureKind AccuracyOf100Labels = new(
        "downstream_accuracy_100_labels",
        "Linear classifier, 100 labels",
        Unit.Share,
        "Share of test images that a linear classifier on Q's outputs gets right after 100 labeled training images."
    )
    {
        IsDrawn = true,
        Cards = Cards.Features,
        Shown = Shown.Console | Shown.ModelCard,
    };

    /// <summary>Accuracy of the same on what ML.NET's own featurizer makes of the images.</summary>
    public static readonly FigureKind AccuracyOfFeaturizer = new(
        "downstream_accuracy_featurizer",
        "The same on ML.NET's featurizer",
        Unit.Share,
        "Share of test images that the same classifier gets right on the features of the network that ML.NET's featurizer runs, which ImageNet's labels taught, at the size of the images."
    )
    {
        IsDrawn = true,
        Cards = Cards.Features,
        Shown = Shown.Console | Shown.ModelCard,
    };

    private readonly MLContext _mlContext = new(seed)
    {
        GpuDeviceId = device == Device.Cpu ? null : 0,
        FallbackToCpu = device == Device.Auto,
    };

    /// <summary>A linear classifier on all of Q's outputs.</summary>
    public IEstimator<ITransformer> LinearOnRecognizer => _mlContext.ClassifyWithInfoGan(model, Trainer(l1: 1));

    /// <summary>Q's categories, named after the classes.</summary>
    public IEstimator<ITransformer> NamedCategories =>
        _mlContext.Transforms.RecognizeWithInfoGan(model).Append(_mlContext.NameCategories(model));

    /// <summary>A linear classifier on the pixels.</summary>
    public IEstimator<ITransformer> LinearOnPixels => LinearOn("image");

    /// <param name="l1">Weight of the sum of all absolute weights; ML.NET's own default is 1.</param>
    private LbfgsMaximumEntropyMulticlassTrainer Trainer(float l1) =>
        _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            // one thread: sums of floats in the same order every time
            new LbfgsMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1, L1Regularization = l1 }
        );

    /// <summary>A linear classifier on principal components.</summary>
    /// <param name="images">What the components are of; labels are not looked at.</param>
    /// <param name="components">How many.</param>
    public IEstimator<ITransformer> LinearOnComponents(ImageSet images, int components)
    {
        var projection = _mlContext.Transforms.ProjectToPrincipalComponents(
            "components",
            "image",
            rank: components,
            seed: seed
        );
        return new EstimatorChain<ITransformer>()
            .Append(new Fitted(projection, projection.Fit(Load(images))))
            .Append(LinearOn("components"));
    }

    /// <summary>Trains a classifier on labeled images and tests it on others; those without a label are passed over.</summary>
    /// <returns>Share of labeled test images that are classified right.</returns>
    public double MeasureAccuracy(IEstimator<ITransformer> classifier, ImageSet train, ImageSet test) =>
        MeasureAccuracy(classifier, Load, train, test);

    /// <summary>The same of a linear classifier on what a featurizer makes of the images, scaled and trained as on Q's outputs.</summary>
    public double MeasureAccuracy(Featurizer featurizer, ImageSet train, ImageSet test) =>
        MeasureAccuracy(LinearOnFeatures, images => Load(featurizer, images), train, test);

    private EstimatorChain<ITransformer> LinearOnFeatures =>
        new EstimatorChain<ITransformer>()
            .Append(_mlContext.Transforms.Conversion.MapValueToKey("Label"))
            .AppendCacheCheckpoint(_mlContext) // or every pass of the trainer would run the featurizer again
            .Append(_mlContext.Transforms.NormalizeMeanVariance("Features", fixZero: false))
            .Append(Trainer(l1: 1))
            .Append<ITransformer>(_mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

    private static double MeasureAccuracy(
        IEstimator<ITransformer> classifier,
        Func<ImageSet, IDataView> load,
        ImageSet train,
        ImageSet test
    )
    {
        var fitted = classifier.Fit(load(train.Labeled()));
        using var _ = fitted as IDisposable;
        var labeled = test.Labeled();
        var predicted = fitted.Transform(load(labeled)).GetColumn<int>("PredictedLabel");
        return predicted.Zip(labeled.Labels).Average(pair => pair.First == pair.Second ? 1.0 : 0.0);
    }

    private IDataView Load(Featurizer featurizer, ImageSet images)
    {
        var schema = SchemaDefinition.Create(typeof(FeaturesRow));
        schema[nameof(FeaturesRow.Features)].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single,
            featurizer.Width
        );
        var rows = images
            .ToBatches()
            .SelectMany(batch => featurizer.Featurize(batch).Chunk(featurizer.Width))
            .Select((features, image) => new FeaturesRow { Features = features, Label = images.LabelOf(image) });
        return _mlContext.Data.LoadFromEnumerable(rows, schema);
    }

    /// <summary>
    /// ClassifyWithInfoGan scales each value to unit variance; on pixels and their components the trainer does better without,
    /// and without L1, which takes nearly all of them away where labels are few.
    /// </summary>
    private EstimatorChain<ITransformer> LinearOn(string column) =>
        new EstimatorChain<ITransformer>()
            .Append(_mlContext.Transforms.CopyColumns("Features", column))
            .Append(_mlContext.Transforms.Conversion.MapValueToKey("Label"))
            .AppendCacheCheckpoint(_mlContext)
            .Append(Trainer(l1: 0))
            .Append<ITransformer>(_mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

    private IDataView Load(ImageSet images) => _mlContext.Data.LoadImages(RowsOf(images), model);

    private static IEnumerable<LabeledImageRow> RowsOf(ImageSet images) =>
        Enumerable
            .Range(0, images.Count)
            .Select(index => new LabeledImageRow
            {
                Image = ImageFormat.ToFloats(images.Pixels.AsSpan(index * images.Format.Size, images.Format.Size)),
                Label = images.LabelOf(index),
            });

    /// <summary>What a featurizer makes of an image, and its label.</summary>
    private sealed class FeaturesRow
    {
        public float[] Features { get; init; } = [];

        public int Label { get; init; }
    }

    /// <summary>An estimator that was fitted before, on other data.</summary>
    private sealed class Fitted(IEstimator<ITransformer> estimator, ITransformer transformer) : IEstimator<ITransformer>
    {
        public ITransformer Fit(IDataView input) => transformer;

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => estimator.GetOutputSchema(inputSchema);
    }
}
