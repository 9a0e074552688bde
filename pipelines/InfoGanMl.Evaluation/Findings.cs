using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.KnownFactors;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation;

/// <summary>What an <see cref="Evaluator"/> finds out about a model.</summary>
public sealed record Findings
{
    /// <summary>The figures that a model card states.</summary>
    public required Scores Scores { get; init; }

    /// <summary>How Q sorts the test images; null for a model without a categorical code.</summary>
    public required SortingScores? Sorting { get; init; }

    /// <summary>Bootstrap intervals of figures, by their name in the metrics file; empty without labels.</summary>
    public required IReadOnlyDictionary<string, Interval> Intervals { get; init; }

    /// <summary>How far each code owns a measured property of its own; null with fewer than two codes.</summary>
    public required Disentanglement? Disentanglement { get; init; }

    /// <summary>Whether codes stand for the factors that the images are drawn from; null where there are none.</summary>
    public required FactorScores? Factors { get; init; }

    /// <summary>Whether G copies training images.</summary>
    public required CopyScores Copies { get; init; }

    /// <summary>What there is to look at.</summary>
    public required EvaluationPictures Pictures { get; init; }
}
