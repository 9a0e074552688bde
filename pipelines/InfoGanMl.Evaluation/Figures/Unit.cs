namespace InfoGanMl.Evaluation.Figures;

/// <summary>What figures are measured in, as metrics.json spells it.</summary>
public static class Unit
{
    /// <summary>From 0 to 1, printed in percent.</summary>
    public const string Share = "share";

    /// <summary>Information by natural logarithms.</summary>
    public const string Nats = "nats";

    /// <summary>Euclidean distance of pixels in [0, 1].</summary>
    public const string Pixels = "pixels";

    /// <summary>From -1 to 1.</summary>
    public const string Correlation = "correlation";

    /// <summary>One thing over another of its kind.</summary>
    public const string Ratio = "ratio";

    /// <summary>The unit of the judge's features, squared.</summary>
    public const string SquaredFeatures = "squared features";

    /// <summary>A number whose ends the meaning of the figure tells.</summary>
    public const string Score = "score";
}
