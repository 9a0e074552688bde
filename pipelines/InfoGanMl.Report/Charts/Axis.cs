using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Charts;

/// <summary>Where values lie on a chart.</summary>
/// <param name="Title">What is shown, with its unit.</param>
/// <param name="Low">Value at the beginning.</param>
/// <param name="High">Value at the end, above the low one.</param>
/// <param name="Format">How a tick is written.</param>
internal sealed record Axis(string Title, double Low, double High, Func<double, string> Format)
{
    private const int MostTicks = 6;

    /// <summary>Whether equal ratios rather than equal differences are equally far apart.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Ticks to be used instead of round numbers.</summary>
    public IReadOnlyList<double>? FixedTicks { get; init; }

    /// <summary>Values with a tick.</summary>
    public IReadOnlyList<double> Ticks => FixedTicks ?? RoundTicks(Low, High);

    /// <summary>An axis of shares in percent.</summary>
    public static Axis OfShares(string title, double low = 0, double high = 1)
    {
        var decimals =
            high - low < 0.005 ? 2
            : high - low < 0.05 ? 1
            : 0;
        return new(title, low, high, share => Text.Percent(share, decimals));
    }

    /// <summary>An axis of shares in percent that ends at round numbers around all of them.</summary>
    public static Axis AroundShares(string title, IEnumerable<double> shares)
    {
        var around = Around(title, shares, Text.Compact);
        return OfShares(title, Math.Max(0, around.Low), Math.Min(1, around.High));
    }

    /// <summary>An axis that ends at round numbers around all values.</summary>
    public static Axis Around(string title, IEnumerable<double> values, Func<double, string> format)
    {
        double[] all = [.. values.Where(double.IsFinite)];
        var (least, most) = all.Length == 0 ? (0, 1) : (all.Min(), all.Max());
        var step = RoundStep(most > least ? most - least : Math.Max(1e-3, Math.Abs(least) / 10));
        var (low, high) = (Math.Floor(least / step + 1e-9), Math.Ceiling(most / step - 1e-9));
        return new(title, step * low, step * Math.Max(high, low + 1), format);
    }

    /// <summary>How far a value lies along the axis, from 0 to 1.</summary>
    public double Place(double value) =>
        IsLogarithmic
            ? (Math.Log(value) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low))
            : (value - Low) / (High - Low);

    private static double[] RoundTicks(double low, double high)
    {
        var step = RoundStep(high - low);
        var first = Math.Ceiling(low / step - 1e-9);
        var count = (int)(Math.Floor(high / step + 1e-9) - first) + 1;
        return [.. Enumerable.Range(0, count).Select(tick => Math.Round((first + tick) * step, 12))];
    }

    /// <summary>The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that makes few enough steps.</summary>
    private static double RoundStep(double range)
    {
        var least = range / (MostTicks - 1);
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return new[] { 1, 2, 2.5, 5, 10 }.Select(step => step * power).First(step => step >= least * (1 - 1e-9));
    }
}
