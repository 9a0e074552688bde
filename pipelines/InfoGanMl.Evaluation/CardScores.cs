using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation;

/// <summary>The figures that go into a model folder, and so onto its card.</summary>
internal static class CardScores
{
    /// <summary>Those whose kind is shown there; of what follows a code, only the property that follows it best.</summary>
    public static Scores Of(EvaluationMetrics metrics)
    {
        var best = CodeMeaning.Best(metrics.Figures).Select(meaning => (meaning.Code, meaning.Property)).ToHashSet();
        return new(
            metrics.TestImages,
            [.. metrics.Figures.On(Shown.ModelCard).Where(IsWorthIt).SelectMany(figure => WithReal(metrics, figure))]
        );

        bool IsWorthIt(Figure figure) =>
            figure.Parameters is not [var code, var property] || best.Contains((code, property));
    }

    private static IEnumerable<Score> WithReal(EvaluationMetrics metrics, Figure figure) =>
        metrics.Figures.OfRealImages(figure) is { } real ? [ToScore(figure), ToScore(real)] : [ToScore(figure)];

    private static Score ToScore(Figure figure) =>
        new(figure.Name, figure.Title, figure.Value, figure.Unit) { Most = figure.Most };
}
