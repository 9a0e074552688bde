using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>The figures of one kind in a run, in one cell of a table.</summary>
internal static class RunCell
{
    /// <summary>A number, one for each code, or the property that follows each code best; empty where nothing was measured.</summary>
    public static string Of(FigureKind kind, FigureSet figures) =>
        string.Join(
            ", ",
            kind.Parameters.Count < 2
                ? figures.All(kind).Select(figure => Describe(figure, figures.OfRealImages(figure)))
                : CodeMeaning.Best(figures).Select(best => Describe(figures[kind, best.Code, best.Property]))
        );

    private static string Describe(Figure figure, Figure? real) =>
        FigureText.Number(figure.Kind, figure.Value)
        + (real is null ? "" : $" ({FigureText.Number(real.Kind, real.Value)})");

    private static string Describe(Figure? best) =>
        best is null ? "" : $"{best.Parameters[0]}: {best.Parameters[1]} {FigureText.Number(best.Kind, best.Value)}";
}
