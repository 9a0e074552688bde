using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Scoring;

/// <summary>
/// Measures figures of one sort. A type that implements it, without parameters to its constructor, is found by
/// <see cref="Scorers"/>: no list names it.
/// </summary>
public interface IScorer
{
    /// <summary>The question of the page that its figures answer, which decides when it is asked and where they stand.</summary>
    Question Question { get; }

    /// <summary>Every kind that it may measure, in the order in which it does.</summary>
    IReadOnlyList<FigureKind> Kinds { get; }

    /// <summary>Refuses what cannot be scored, before any scorer takes time.</summary>
    /// <exception cref="EvaluationException">Model, data and options do not fit.</exception>
    void Check(EvaluationContext context) { }

    /// <summary>Measures what can be measured of this model on these data; empty where that is nothing.</summary>
    IReadOnlyList<Figure> Score(EvaluationContext context);
}
