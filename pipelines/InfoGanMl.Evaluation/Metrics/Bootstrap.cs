using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>How far metrics would scatter on other images of the same kind.</summary>
public static class Bootstrap
{
    private const double Tail = 0.025; // on either side of an interval of 95 %

    // With fewer, an interval of 95 % would have to reach beyond the outermost results: (38 + 1) · 0.025 < 1.
    private const int LeastResamples = 39;

    private const int Usual = 1000;
    private const double MostSteps = 2e10; // a minute or two

    /// <summary>
    /// Percentile intervals of 95 % (Efron and Tibshirani 1993, ch. 13): draws as many images as there are, with replacement,
    /// again and again, and leaves out the outermost 2.5 % of the results on either side. All metrics see the same draws. In
    /// O(resamples × images), in memory that does not grow with the images.
    /// <para>
    /// An image that is drawn twice agrees with itself. Where there are few images for many categories, metrics that look for
    /// the best match are therefore higher on what is drawn than on the images, all of them. So the results are shifted until
    /// their median is the metric on the images (the bootstrap's own estimate of bias, ch. 10.2, with medians).
    /// </para>
    /// </summary>
    /// <param name="table">The images; those of the same class in the same category are alike.</param>
    /// <param name="metrics">Functions of such a table, never NaN.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="resamples">How often to draw, at least 39.</param>
    /// <returns>The interval of each metric.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are too few resamples for an interval of 95 %.</exception>
    public static IReadOnlyList<Interval> Measure(
        ContingencyTable table,
        IReadOnlyList<Func<ContingencyTable, double>> metrics,
        int seed,
        int resamples = Usual
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, LeastResamples);
        var (cells, random) = (new TableResampler(table), new Random(seed));
        var results = metrics.Select(_ => new double[resamples]).ToArray();
        for (var resample = 0; resample < resamples; resample++)
        {
            var drawn = cells.Draw(table.Total, random);
            foreach (var (index, metric) in metrics.Index())
            {
                results[index][resample] = metric(drawn);
            }
        }

        return [.. metrics.Zip(results, (metric, ofResamples) => Percentiles(ofResamples, metric(table)))];
    }

    /// <summary>
    /// A thousand, and fewer where matching many categories to many classes, which takes
    /// <see cref="ClusteringMetrics.AccuracyOneToOne"/> n² · m steps each time, would take hours.
    /// </summary>
    public static int ResamplesFor(ContingencyTable table)
    {
        var (n, m) = (table.CategorySizes.Count, table.ClassSizes.Count);
        var steps = (double)Math.Min(n, m) * Math.Min(n, m) * Math.Max(n, m);
        return (int)Math.Clamp(MostSteps / steps, LeastResamples, Usual);
    }

    private static Interval Percentiles(double[] results, double ofImages)
    {
        Array.Sort(results);
        var bias = (results[(results.Length - 1) / 2] + results[results.Length / 2]) / 2 - ofImages;
        // The k-th from either end, k = ⌊(B + 1)·α⌋ (Efron and Tibshirani 1993, ch. 12.5).
        var k = (int)((results.Length + 1) * Tail);
        return new(results[k - 1] - bias, results[^k] - bias);
    }
}
