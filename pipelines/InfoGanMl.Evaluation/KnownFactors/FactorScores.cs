using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.KnownFactors;

/// <summary>How images are drawn to score codes against their factors; the defaults are those of published scores.</summary>
public sealed record FactorScoreOptions
{
    /// <summary>Images that information is counted on, and that classifiers are trained on.</summary>
    public int TrainImages { get; init; } = 10_000;

    /// <summary>Images that classifiers are tested on.</summary>
    public int TestImages { get; init; } = 5_000;

    /// <summary>Images of the FactorVAE score: with the defaults nearly a million, which take most of the time.</summary>
    public FactorVaeOptions FactorVae { get; init; } = new();

    /// <summary>Of all that is drawn.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>Whether each code stands for one factor, by the scores that others publish. 1 is perfect in all of them.</summary>
public sealed record FactorScores
{
    /// <summary>MIG (Chen et al. 2018): 0 is worst.</summary>
    public required double MutualInformationGap { get; init; }

    /// <summary>SAP by support vector machines (Kumar et al. 2018): 0 is worst, and 1 less chance is the best there can be.</summary>
    public required double SeparatedAttributePredictability { get; init; }

    /// <summary>FactorVAE score (Kim and Mnih 2018): 1 / factors is chance.</summary>
    public required double FactorVae { get; init; }

    /// <summary>DCI (Eastwood and Williams 2018).</summary>
    public required DciScores Dci { get; init; }

    /// <summary>Modularity (Ridgeway and Mozer 2018): 0 is worst.</summary>
    public required double Modularity { get; init; }

    /// <summary>Explicitness (Ridgeway and Mozer 2018): ½ is chance.</summary>
    public required double Explicitness { get; init; }

    /// <summary>Names of the factors that vary, which are those that are scored.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>How the images were drawn.</summary>
    public required FactorScoreOptions Options { get; init; }
}
