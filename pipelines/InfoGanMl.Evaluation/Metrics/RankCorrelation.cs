namespace InfoGanMl.Evaluation.Metrics;

/// <summary>Whether two measurements order things alike, whatever their scales.</summary>
public static class RankCorrelation
{
    /// <summary>
    /// Spearman's ρ (1904): the correlation of the ranks, equal values sharing their mean rank. 1 for the same order, -1 for the
    /// opposite one, 0 where all values of a side are equal.
    /// </summary>
    /// <param name="a">[N], not NaN.</param>
    /// <param name="b">[N], not NaN.</param>
    /// <exception cref="ArgumentException">There are no values, or not as many on both sides.</exception>
    public static double Spearman(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.IsEmpty || a.Length != b.Length)
        {
            throw new ArgumentException($"Found {a.Length} and {b.Length} values; expected as many, and at least one.");
        }

        var (ranksA, ranksB) = (CenteredRanks(a), CenteredRanks(b));
        var spread = Math.Sqrt(Dot(ranksA, ranksA) * Dot(ranksB, ranksB));
        return spread == 0 ? 0 : Dot(ranksA, ranksB) / spread;
    }

    /// <summary>Ranks less their mean, so that they add up to 0.</summary>
    internal static double[] CenteredRanks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            foreach (var index in order.AsSpan(start..end))
            {
                ranks[index] = (start + end - sorted.Length) / 2.0;
            }
        }

        return ranks;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b).Sum(pair => pair.First * pair.Second);
}
