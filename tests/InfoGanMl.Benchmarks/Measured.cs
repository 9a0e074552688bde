namespace InfoGanMl.Benchmarks;

/// <summary>A figure that was measured several times.</summary>
/// <param name="Median">The median.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
internal sealed record Measured(double Median, double Least, double Most)
{
    /// <summary>Summarizes measurements, at least one.</summary>
    public static Measured Of(IEnumerable<double> measurements)
    {
        double[] sorted = [.. measurements.Order()];
        var (lower, upper) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return new((lower + upper) / 2, sorted[0], sorted[^1]);
    }
}
