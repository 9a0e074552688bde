namespace InfoGanMl.Benchmarks;

/// <summary>A figure that was measured several times.</summary>
/// <param name="Median">The median.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
internal sealed record Measured(double Median, double Least, double Most)
{
    /// <summary>Summarises measurements, at least one.</summary>
    public static Measured Of(IEnumerable<double> measurements)
    {
        double[] sorted = [.. measurements.Order()];
        var (lower, upper) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return new((lower + upper) / 2, sorted[0], sorted[^1]);
    }

    /// <summary>Summarises what is computed from measurements of the same rounds, as a ratio is.</summary>
    public static Measured OfEach(
        IEnumerable<double> first,
        IEnumerable<double> second,
        Func<double, double, double> compute
    ) => Of(first.Zip(second, compute));
}
