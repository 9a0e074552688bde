using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>
/// Separated attribute predictability (Kumar et al. 2018, SAP) of factors that are names, not numbers: whether a linear
/// classifier on one code alone finds the value of a factor, and no other code serves as well.
/// </summary>
/// <remarks>
/// With the settings of disentanglement_lib (Locatello et al. 2019): a support vector machine with C = 0.01, each class against
/// all others, errors weighing more where a class is rare; they train on 10,000 images and test on 5,000.
/// </remarks>
public static class SupportVectorPredictability
{
    /// <summary>SAP over known factors.</summary>
    public static readonly FigureKind Kind = new(
        "factors.separated_attribute_predictability",
        "SAP against known factors",
        Unit.Score,
        "How much better a support vector machine on the best code finds a factor than one on the second best, mean over the factors."
    )
    {
        Paper = "Kumar et al. 2018",
        Basis = Basis.Drawn,
        Shown = Shown.Console,
    };

    private const double Cost = 0.01;

    /// <summary>
    /// The share of test images that the best code classifies right, less that of the next one; mean over the factors.
    /// </summary>
    /// <param name="train">Images to train on.</param>
    /// <param name="test">Images to test on.</param>
    /// <exception cref="ArgumentException">They have other codes or factors.</exception>
    public static double Measure(FactorCodes train, FactorCodes test) =>
        Accuracies(train, test).Average(DisentanglementMetrics.Gap);

    /// <summary>Of each factor the share of test images that each code classifies right.</summary>
    /// <param name="train">Images to train on.</param>
    /// <param name="test">Images to test on.</param>
    /// <exception cref="ArgumentException">They have other codes or factors.</exception>
    public static IReadOnlyList<double[]> Accuracies(FactorCodes train, FactorCodes test)
    {
        train.RequireSameWidth(test);
        return
        [
            .. train.Factors.Zip(
                test.Factors,
                (factor, expected) =>
                    train.Codes.Zip(test.Codes, (code, tested) => Accuracy(code, factor, tested, expected)).ToArray()
            ),
        ];
    }

    private static double Accuracy(double[] train, int[] classes, double[] test, int[] expected)
    {
        var sizes = classes.CountBy(@class => @class).OrderBy(size => size.Key).ToArray();
        if (sizes.Length == 1)
        {
            return expected.Average(value => value == sizes[0].Key ? 1.0 : 0.0); // nothing to learn
        }

        var lines = sizes.Select(size => Fit(train, classes, size.Key, Weight(size.Value))).ToArray();
        return test.Zip(expected).Average(image => sizes[Best(image.First)].Key == image.Second ? 1.0 : 0.0);

        double Weight(int size) => (double)classes.Length / (sizes.Length * size);
        int Best(double value) => lines.Index().MaxBy(line => line.Item.At(value)).Index;

        // Of two classes each is the other's opposite, and both are weighted; of several only the one against the others.
        SupportVectorLine Fit(double[] values, int[] all, int @class, double weight) =>
            SupportVectorLine.Fit(
                values,
                Array.ConvertAll(all, value => value == @class),
                Cost * weight,
                sizes.Length == 2 ? Cost * Weight(sizes.Sum(size => size.Key == @class ? 0 : size.Value)) : Cost
            );
    }
}
