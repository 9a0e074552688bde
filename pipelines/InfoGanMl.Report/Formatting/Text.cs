using System.Globalization;
using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Report.Formatting;

/// <summary>Numbers as the report prints them, the same in every country.</summary>
internal static class Text
{
    /// <summary>What stands in a table where there is no number.</summary>
    public const string None = FigureText.None;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Count(long count) => count.ToString("N0", Culture);

    /// <summary>A count and what is counted, as in "1 image" and "1,028 images".</summary>
    public static string Count(long count, string thing) => $"{Count(count)} {thing}{(count == 1 ? "" : "s")}";

    public static string Number(double? value, int decimals = 2) =>
        value is { } number && double.IsFinite(number) ? number.ToString($"F{decimals}", Culture) : None;

    /// <summary>A share from 0 to 1 in percent.</summary>
    public static string Percent(double? share, int decimals = 2) =>
        share is { } number && double.IsFinite(number) ? $"{Number(100 * number, decimals)} %" : None;

    /// <summary>A correlation, always with its sign.</summary>
    public static string Signed(double value) =>
        double.IsFinite(value) ? value.ToString("+0.00;−0.00;0.00", Culture) : None;

    /// <summary>A number of any size with as many digits as it needs.</summary>
    public static string Compact(double value) => FigureText.Compact(value);

    public static string Duration(double seconds) =>
        seconds < 60 ? $"{Number(seconds, 1)} s" : $"{Number(seconds / 60, 1)} minutes";

    public static string Bytes(long bytes) => $"{Number(bytes / 1e9, 1)} GB";

    public static string Day(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", Culture) ?? None;

    public static string Minute(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", Culture) + " UTC";
}
