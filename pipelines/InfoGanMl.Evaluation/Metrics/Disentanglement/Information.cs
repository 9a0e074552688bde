namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>Shannon's information, in nats, of values as often as they occur.</summary>
internal static class Information
{
    /// <summary>H(a).</summary>
    public static double Entropy<T>(IEnumerable<T> values)
        where T : notnull
    {
        var counts = values.CountBy(value => value).Select(group => (double)group.Value).ToList();
        var total = counts.Sum();
        return -counts.Sum(count => count / total * Math.Log(count / total));
    }

    /// <summary>I(a; b) = H(a) + H(b) − H(a, b).</summary>
    public static double Mutual(int[] a, int[] b) => Entropy(a) + Entropy(b) - Entropy(a.Zip(b));

    /// <summary>Sorts values into steps of equal width from the least to the largest one.</summary>
    public static int[] ToSteps(double[] values, int steps)
    {
        var (least, largest) = (values.Min(), values.Max());
        return least == largest ? new int[values.Length] : [.. values.Select(ToStep)];

        // The largest value belongs to the last step.
        int ToStep(double value) => Math.Min(steps - 1, (int)((value - least) / (largest - least) * steps));
    }
}
