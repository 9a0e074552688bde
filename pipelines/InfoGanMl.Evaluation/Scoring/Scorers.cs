using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Scoring;

/// <summary>Every scorer of this assembly, in the order of the page's questions, and then of the names of their types.</summary>
public static class Scorers
{
    /// <summary>The scorers.</summary>
    public static IReadOnlyList<IScorer> All { get; } =
    [
        .. typeof(IScorer)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IScorer)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (IScorer)Activator.CreateInstance(type)!)
            .OrderBy(scorer => scorer.Question), // a stable sort
    ];

    /// <summary>Every kind that they may measure, in the order in which figures are shown.</summary>
    public static IReadOnlyList<FigureKind> Kinds { get; } = [.. All.SelectMany(scorer => scorer.Kinds)];
}
