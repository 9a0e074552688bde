using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Evaluation.Sorting;
using InfoGanMl.Models.Folder;

namespace InfoGanMl.Evaluation;

/// <summary>What an <see cref="Evaluator"/> finds out about a model.</summary>
public sealed record Findings
{
    /// <summary>The figures that a model card states.</summary>
    public required Scores Scores { get; init; }

    /// <summary>How Q sorts the test images.</summary>
    public required CategoryScores Categories { get; init; }

    /// <summary>What that has to do with the classes; null for data without labels.</summary>
    public required ClassScores? Classes { get; init; }

    /// <summary>Bootstrap intervals of figures, by their name in the metrics file; empty without labels.</summary>
    public required IReadOnlyDictionary<string, Interval> Intervals { get; init; }

    /// <summary>How far each code owns a measured property of its own; null with fewer than two codes or for colour images.</summary>
    public required Disentanglement? Disentanglement { get; init; }

    /// <summary>Whether G copies training images.</summary>
    public required CopyScores Copies { get; init; }

    /// <summary>What there is to look at.</summary>
    public required EvaluationPictures Pictures { get; init; }
}
