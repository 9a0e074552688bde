namespace InfoGanMl.Evaluation.Options;

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

/// <summary>How many images the FactorVAE score takes; the defaults are those of disentanglement_lib.</summary>
public sealed record FactorVaeOptions
{
    /// <summary>Images of a vote, at least 2.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Votes to learn from which factor each code stands for.</summary>
    public int TrainVotes { get; init; } = 10_000;

    /// <summary>Votes to test that on.</summary>
    public int TestVotes { get; init; } = 5_000;

    /// <summary>Codes with a smaller standard deviation over all images have no vote: they have collapsed.</summary>
    public double LeastDeviation { get; init; } = 0.05;
}
