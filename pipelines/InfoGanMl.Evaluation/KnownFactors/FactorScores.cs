using System.Text.Json.Serialization;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Options;

namespace InfoGanMl.Evaluation.KnownFactors;

/// <summary>Whether each code stands for one factor, by the scores that others publish. 1 is perfect in all of them.</summary>
public sealed record FactorScores
{
    /// <summary>The scores.</summary>
    [JsonIgnore]
    public FigureSet Figures { get; init; } = new([]);

    /// <summary>What boosted trees found to matter.</summary>
    public required CodeImportances Dci { get; init; }

    /// <summary>Names of the factors that vary, which are those that are scored.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>How the images were drawn.</summary>
    public required FactorScoreOptions Options { get; init; }

    /// <summary>The value of a score.</summary>
    public double this[FigureKind kind] => Figures[kind]!.Value;
}

/// <summary>What boosted trees found to matter.</summary>
/// <param name="Importances">Of each factor how much each code matters: they add up to 1, or to 0 where no code does.</param>
public sealed record CodeImportances(IReadOnlyList<IReadOnlyList<double>> Importances);
