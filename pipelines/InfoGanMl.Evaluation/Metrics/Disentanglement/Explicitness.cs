using InfoGanMl.Evaluation.Figures;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>
/// Explicitness (Ridgeway and Mozer 2018): how well a linear classifier on all codes ranks the images of each value of a factor
/// before the others. 1 is perfect, ½ is chance.
/// </summary>
public static class Explicitness
{
    /// <summary>The score.</summary>
    public static readonly FigureKind Kind = new(
        "factors.explicitness",
        "Explicitness",
        Unit.Score,
        "Area under the curve of logistic regressions from all codes to each value of a factor: 0.5 is chance."
    )
    {
        Paper = "Ridgeway and Mozer 2018",
        Basis = Basis.Drawn,
        Shown = Shown.Console,
    };

    /// <summary>
    /// The area under the ROC curve of a logistic regression on standardised codes, weights being held small as scikit-learn
    /// does by default; mean over the values of a factor, then over the factors (disentanglement_lib, Locatello et al. 2019).
    /// </summary>
    /// <param name="train">Images to train on.</param>
    /// <param name="test">Images to test on.</param>
    /// <exception cref="ArgumentException">They have other codes or factors.</exception>
    public static double Measure(FactorCodes train, FactorCodes test)
    {
        train.RequireSameWidth(test);
        return Enumerable.Range(0, train.Factors.Count).Average(factor => OfFactor(train, test, factor));
    }

    private static double OfFactor(FactorCodes train, FactorCodes test, int factor)
    {
        var classes = train.Factors[factor].Distinct().Order().ToArray();
        var present = test.Factors[factor].Distinct().ToArray();
        if (classes.Length == 1 || present.Length == 1)
        {
            return 0.5; // no others to rank them before
        }

        var probabilities = Classify(train, test, factor);
        return classes
            .Index()
            .Where(@class => present.Contains(@class.Item))
            .Average(@class =>
                AreaUnderCurve(
                    [.. probabilities.Select(row => (double)row[@class.Index])],
                    Array.ConvertAll(test.Factors[factor], value => value == @class.Item)
                )
            );
    }

    /// <returns>[N] the probability of each value of the factor, in order.</returns>
    private static List<float[]> Classify(FactorCodes train, FactorCodes test, int factor)
    {
        var mlContext = new MLContext(seed: 1);
        var trainer = mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            // One thread: sums of floats in the same order every time.
            new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                NumberOfThreads = 1,
                L1Regularization = 0,
                L2Regularization = 1,
            }
        );
        var model = mlContext
            .Transforms.Conversion.MapValueToKey(
                nameof(Row.Label),
                keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue
            )
            .AppendCacheCheckpoint(mlContext)
            .Append(trainer)
            .Fit(Load(train));
        return [.. model.Transform(Load(test)).GetColumn<float[]>("Score")];

        IDataView Load(FactorCodes images)
        {
            var schema = SchemaDefinition.Create(typeof(Row));
            schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(
                NumberDataViewType.Single,
                train.Codes.Count
            );
            return mlContext.Data.LoadFromEnumerable(RowsOf(images, train, factor), schema);
        }
    }

    /// <summary>Codes less their mean, over their standard deviation, both of the images to train on.</summary>
    private static List<Row> RowsOf(FactorCodes images, FactorCodes train, int factor)
    {
        var scales = train
            .Codes.Select(values => (Mean: values.Average(), Deviation: Math.Sqrt(FactorVaeScore.Variance(values))))
            .ToArray();
        return
        [
            .. Enumerable
                .Range(0, images.Count)
                .Select(image => new Row
                {
                    Label = images.Factors[factor][image],
                    Features = [.. images.Codes.Zip(scales, (v, s) => Scale(v[image], s.Mean, s.Deviation))],
                }),
        ];

        static float Scale(double value, double mean, double deviation) =>
            deviation == 0 ? 0 : (float)((value - mean) / deviation);
    }

    /// <summary>Mann and Whitney's U over the number of pairs: how often an image inside ranks before one outside.</summary>
    internal static double AreaUnderCurve(double[] scores, bool[] inside)
    {
        var ranks = RankCorrelation.CenteredRanks(scores); // ranks from 1 are these plus (N + 1) / 2
        var count = inside.Count(isInside => isInside);
        return 0.5 + ranks.Zip(inside).Sum(r => r.Second ? r.First : 0) / ((double)count * (inside.Length - count));
    }

    private sealed class Row
    {
        public int Label { get; set; }

        public float[] Features { get; set; } = [];
    }
}
