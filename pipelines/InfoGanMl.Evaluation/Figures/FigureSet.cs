using System.Collections;

namespace InfoGanMl.Evaluation.Figures;

/// <summary>Figures that are found by their kind.</summary>
/// <param name="figures">The figures, in the order in which they are shown.</param>
public sealed class FigureSet(IEnumerable<Figure> figures) : IReadOnlyList<Figure>
{
    private readonly Figure[] _figures = [.. figures];

    /// <inheritdoc/>
    public int Count => _figures.Length;

    /// <inheritdoc/>
    public Figure this[int index] => _figures[index];

    /// <summary>The figure of a kind; null where it was not measured.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="parameters">The code, and what else its key has placeholders for.</param>
    public Figure? this[FigureKind kind, params string[] parameters] =>
        parameters.Length == kind.Parameters.Count
            ? All(kind).FirstOrDefault(figure => figure.Parameters.SequenceEqual(parameters))
            : throw new ArgumentException(
                $"Found {parameters.Length} names; expected one for each of {kind.Parameters.Count} placeholders of {kind}.",
                nameof(parameters)
            );

    /// <summary>The figures of a kind, one for each code; empty where none was measured.</summary>
    public IEnumerable<Figure> All(FigureKind kind) => _figures.Where(figure => figure.Kind == kind);

    /// <summary>The figures that are shown in a place.</summary>
    public IEnumerable<Figure> On(Shown place) => _figures.Where(figure => figure.Kind.Shown.HasFlag(place));

    /// <summary>The figure of the same code on real images; null where there is none.</summary>
    public Figure? OfRealImages(Figure figure) =>
        figure.Kind.OfRealImages is { } kind ? this[kind, [.. figure.Parameters]] : null;

    /// <inheritdoc/>
    public IEnumerator<Figure> GetEnumerator() => _figures.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
