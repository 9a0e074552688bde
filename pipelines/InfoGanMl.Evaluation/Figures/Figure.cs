namespace InfoGanMl.Evaluation.Figures;

/// <summary>One figure of an evaluation with all that is needed to read it.</summary>
/// <param name="Name">Where it stands in the metrics file, members joined by dots, as in <c>samples.precision</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">
/// share (0 to 1), nats, pixels (Euclidean, in [0, 1]), correlation (-1 to 1), ratio, squared features, or score where the
/// meaning says what its ends are.
/// </param>
/// <param name="SampleSize">Images that it was measured on.</param>
/// <param name="Seed">Seed of what was drawn for it; null where nothing was.</param>
/// <param name="Interval">Bootstrap interval of 95 %; null where none was computed.</param>
/// <param name="Meaning">A sentence on what the number means.</param>
/// <param name="Paper">Where it comes from; null where there is no paper.</param>
public sealed record Figure(
    string Name,
    string Title,
    double Value,
    string Unit,
    int SampleSize,
    int? Seed,
    Interval? Interval,
    string Meaning,
    string? Paper
);

/// <summary>From one value to another.</summary>
public sealed record Interval(double Low, double High);
