namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>How a figure spreads over runs.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">Standard deviation of the sample, n − 1; 0 for one run.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
public sealed record Spread(double Mean, double Deviation, double Least, double Most)
{
    /// <summary>Measures values, at least one.</summary>
    public static Spread Of(IEnumerable<double> measured)
    {
        double[] values = [.. measured];
        var mean = values.Average();
        var squares = values.Sum(value => Math.Pow(value - mean, 2));
        return new(mean, Math.Sqrt(squares / Math.Max(1, values.Length - 1)), values.Min(), values.Max());
    }

    /// <summary>Measures values that every run has; null where one has none.</summary>
    public static Spread? OfAll(IEnumerable<double?> measured)
    {
        double?[] values = [.. measured];
        return values.Contains(null) ? null : Of(values.OfType<double>());
    }
}
