using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Pipelines.Memory;
using InfoGanMl.Pipelines.Naming;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace InfoGanMl.Pipelines;

/// <summary>
/// Learns from a handful of labeled rows which class each category shows. What it makes is stock ML.NET and is saved as such.
/// </summary>
public sealed class CategoryNamingEstimator : IEstimator<TransformerChain<ITransformer>>
{
    /// <summary>
    /// How little the weights are held back. The classifier learns one row per category, without noise; large weights give the
    /// sure answers of Q sure scores.
    /// </summary>
    private const float Regularization = 1e-3f;

    private const string Key = "Label";
    private const string Predicted = "PredictedLabel";

    private readonly string _probabilities;
    private readonly string _label;
    private readonly ValueToKeyMappingEstimator _toKeys;
    private readonly LbfgsMaximumEntropyMulticlassTrainer _trainer;
    private readonly KeyToValueMappingEstimator _toValues;

    internal CategoryNamingEstimator(MLContext mlContext, string probabilitiesColumnName, string labelColumnName)
    {
        (_probabilities, _label) = (probabilitiesColumnName, labelColumnName);
        _toKeys = mlContext.Transforms.Conversion.MapValueToKey(Key, labelColumnName);
        _trainer = mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                FeatureColumnName = probabilitiesColumnName,
                LabelColumnName = Key,
                L1Regularization = 0,
                L2Regularization = Regularization,
                NumberOfThreads = 1, // sums of floats in the same order every time
            }
        );
        _toValues = mlContext.Transforms.Conversion.MapKeyToValue(Predicted);
    }

    /// <summary>Finds the class of each category. Rows whose label is missing, such as an empty text, or whose picture is, teach nothing.</summary>
    /// <param name="input">Recognized rows with a label.</param>
    /// <returns>Column probabilities to Score and PredictedLabel, of the label's own type; no label is needed any more.</returns>
    /// <exception cref="ArgumentException">Fewer than two classes are among the labels.</exception>
    public TransformerChain<ITransformer> Fit(IDataView input)
    {
        var keyed = _toKeys.Fit(input).Transform(input);
        var key = keyed.Schema[Key];
        var names = CategoryMatching.Find(ReadRows(keyed, key), CountClasses(key));
        var examples = new MemoryDataView(
            names.Length,
            MemoryColumn.OfVectors(
                _probabilities,
                (VectorDataViewType)keyed.Schema[_probabilities].Type,
                category => OneHot(category, names.Length)
            ),
            new MemoryColumn<uint>(Key, key.Type, category => (uint)names[category] + 1, key.Annotations) // 0 is missing
        );
        var classifier = _trainer.Fit(examples);
        return new(classifier, _toValues.Fit(classifier.Transform(examples)));
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        var output = new EstimatorChain<ITransformer>().Append(_toKeys).Append(_trainer).Append(_toValues);
        var kept = output.GetOutputSchema(inputSchema).Where(column => column.Name != Key || _label == Key);
        return new(kept);
    }

    private int CountClasses(DataViewSchema.Column key)
    {
        var classes = (int)((KeyDataViewType)key.Type).Count;
        return classes >= 2
            ? classes
            : throw new ArgumentException(
                $"Column '{_label}': found {classes} classes; expected at least two, with a labeled row of each."
            );
    }

    private List<NamedRow> ReadRows(IDataView keyed, DataViewSchema.Column key)
    {
        var probabilities = keyed.Schema[_probabilities];
        using var cursor = keyed.GetRowCursor([probabilities, key]);
        var (getProbabilities, getKey) = (cursor.GetGetter<VBuffer<float>>(probabilities), cursor.GetGetter<uint>(key));
        var (rows, values, label) = (new List<NamedRow>(), default(VBuffer<float>), 0u);
        while (cursor.MoveNext())
        {
            getKey(ref label);
            getProbabilities(ref values);
            if (label > 0 && !InvalidRowException.IsMissing(values.GetValues()))
            {
                rows.Add(new([.. values.DenseValues()], (int)label - 1));
            }
        }

        return rows;
    }

    private static float[] OneHot(int category, int categories)
    {
        var values = new float[categories];
        values[category] = 1;
        return values;
    }
}
