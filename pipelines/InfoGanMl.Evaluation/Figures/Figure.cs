namespace InfoGanMl.Evaluation.Figures;

/// <summary>One figure of an evaluation with all that is needed to read it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The number.</param>
/// <param name="SampleSize">Images that it was measured on.</param>
public sealed record Figure(FigureKind Kind, double Value, int SampleSize)
{
    /// <summary>The code, and what else stands for the placeholders of its kind; empty for a kind without any.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Seed of what was drawn for it; null where nothing was.</summary>
    public int? Seed { get; init; }

    /// <summary>Bootstrap interval of 95 %; null where none was computed.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The most it can be, where that is another number for each model; null elsewhere.</summary>
    public double? Most { get; init; }

    /// <summary>Where it stands in metrics.json, members joined by dots, as in <c>samples.precision</c>.</summary>
    public string Name => Kind.Fill(Kind.Key, Parameters);

    /// <summary>What people call it.</summary>
    public string Title => Kind.Fill(Kind.Title, Parameters);

    /// <summary>One of <see cref="Figures.Unit"/>.</summary>
    public string Unit => Kind.Unit;

    /// <summary>A sentence on what the number means.</summary>
    public string Meaning => Kind.Fill(Kind.Meaning, Parameters);

    /// <summary>Where it comes from; null where there is no paper.</summary>
    public string? Paper => Kind.Paper;
}

/// <summary>From one value to another.</summary>
public sealed record Interval(double Low, double High);
