using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>
/// Disentanglement, completeness and informativeness (Eastwood and Williams 2018): how much each code matters for each factor
/// is learned by <see cref="BoostedTrees">boosted trees</see>, as in disentanglement_lib (Locatello et al. 2019), which train
/// on 10,000 images and test on 5,000.
/// </summary>
/// <param name="Disentanglement">Whether each code matters for one factor alone: 1 is perfect, 0 is for all alike.</param>
/// <param name="Completeness">Whether one code alone matters for each factor: 1 is perfect, 0 is all alike.</param>
/// <param name="Informativeness">Share of test images whose factors the trees find, mean over the factors.</param>
/// <param name="Importances">Of each factor how much each code matters: they add up to 1, or to 0 where no code does.</param>
public sealed record DciScores(
    double Disentanglement,
    double Completeness,
    double Informativeness,
    IReadOnlyList<IReadOnlyList<double>> Importances
)
{
    /// <summary>Disentanglement.</summary>
    public static readonly FigureKind OfCodes = new(
        "factors.dci.disentanglement",
        "DCI disentanglement",
        Unit.Score,
        "Whether each code matters for one factor alone, to boosted trees: 1 is perfect."
    )
    {
        Paper = "Eastwood and Williams 2018",
        Basis = Basis.Drawn,
        Shown = Shown.Console,
    };

    /// <summary>Completeness.</summary>
    public static readonly FigureKind OfFactors = new(
        "factors.dci.completeness",
        "DCI completeness",
        Unit.Score,
        "Whether one code alone matters for each factor, to boosted trees: 1 is perfect."
    )
    {
        Paper = "Eastwood and Williams 2018",
        Basis = Basis.Drawn,
        Shown = Shown.Console,
    };

    /// <summary>Informativeness.</summary>
    public static readonly FigureKind OfImages = new(
        "factors.dci.informativeness",
        "DCI informativeness",
        Unit.Score,
        "Share of images whose factors boosted trees find from all codes, mean over the factors."
    )
    {
        Paper = "Eastwood and Williams 2018",
        Basis = Basis.Drawn,
        Shown = Shown.Console,
    };

    /// <summary>Learns each factor from all codes. In O(values of all factors × codes × images).</summary>
    /// <param name="train">Images to train on.</param>
    /// <param name="test">Images to test on.</param>
    /// <param name="seed">Decides between codes that serve equally well.</param>
    /// <exception cref="ArgumentException">They have other codes or factors.</exception>
    public static DciScores Measure(FactorCodes train, FactorCodes test, int seed)
    {
        train.RequireSameWidth(test);
        // Factors are learned apart from each other, so that the order of the threads changes nothing.
        var learned = train
            .Factors.Zip(test.Factors)
            .AsParallel()
            .AsOrdered()
            .Select(values =>
            {
                var trees = new BoostedTrees(train.Codes, values.First, new Random(seed));
                var right = trees.Classify(test.Codes).Zip(values.Second).Count(pair => pair.First == pair.Second);
                return (trees.Importances, Accuracy: (double)right / test.Count);
            })
            .ToList();
        IReadOnlyList<double>[] importances = [.. learned.Select(factor => factor.Importances)];
        var (disentanglement, completeness) = OfImportances(importances);
        return new(disentanglement, completeness, learned.Average(factor => factor.Accuracy), importances);
    }

    /// <summary>
    /// 1 less the entropy of a code's importances for the factors, to the base of their number; mean over the codes, each as
    /// important as all its importances together. Completeness is the same with codes and factors exchanged.
    /// </summary>
    /// <param name="importances">Of each factor the importance of each code, at least 0; two of both at least.</param>
    public static (double Disentanglement, double Completeness) OfImportances(
        IReadOnlyList<IReadOnlyList<double>> importances
    )
    {
        var ofCodes = Enumerable
            .Range(0, importances[0].Count)
            .Select(code => importances.Select(f => f[code]).ToArray());
        return (Concentration([.. ofCodes]), Concentration(importances));
    }

    private static double Concentration(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var all = rows.Sum(row => row.Sum());
        return all == 0 ? 0 : rows.Sum(row => row.Sum() / all * (1 - Entropy(row)));
    }

    /// <summary>Of the shares of a row, to the base of their number; 0 is concentrated, 1 even.</summary>
    private static double Entropy(IReadOnlyList<double> row)
    {
        var sum = row.Sum();
        return -row.Where(value => value > 0).Sum(value => value / sum * Math.Log(value / sum, row.Count));
    }
}
