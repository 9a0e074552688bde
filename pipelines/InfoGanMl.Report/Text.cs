using System.Globalization;
using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Report;

/// <summary>Numbers as the report prints them, the same in every country.</summary>
internal static class Text
{
    /// <summary>What stands in a table where there is no number.</summary>
    public const string None = "–";

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
    public static string Short(double value) =>
        value switch
        {
            0 => "0",
            _ when Math.Abs(value) is < 1e-3 or >= 1e7 => PowerOfTen(value),
            _ => value.ToString("0.####", Culture),
        };

    /// <summary>As in 4.2 × 10⁻⁷.</summary>
    private static string PowerOfTen(double value)
    {
        var parts = value.ToString("0.0e+0", Culture).Split("e");
        var exponent = parts[1].TrimStart('+').Select(sign => sign == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign - '0']);
        return $"{parts[0]} × 10{string.Concat(exponent)}";
    }

    public static string Duration(double seconds) =>
        seconds < 60 ? $"{Number(seconds, 1)} s" : $"{Number(seconds / 60, 1)} minutes";

    public static string Bytes(long bytes) => $"{Number(bytes / 1e9, 1)} GB";

    public static string Day(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", Culture) ?? None;

    public static string Minute(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", Culture) + " UTC";

    /// <summary>The value of a figure in its unit.</summary>
    public static string Value(Figure figure) =>
        double.IsFinite(figure.Value) ? WithUnit(Plain(figure.Value, figure.Unit), figure.Unit) : None;

    /// <summary>The interval of a figure in its unit; null where there is none.</summary>
    public static string? Range(Figure? figure) =>
        figure?.Interval is { } range
            ? WithUnit($"{Plain(range.Low, figure.Unit)} to {Plain(range.High, figure.Unit)}", figure.Unit)
            : null;

    private static string Plain(double value, string unit) =>
        unit switch
        {
            "share" => Number(100 * value),
            "nats" => Number(value, 3),
            "pixels" or "correlation" => Number(value),
            _ when Math.Abs(value) is >= 1e-3 and < 1000 => Number(value, 4),
            _ => Short(value),
        };

    private static string WithUnit(string number, string unit) =>
        unit switch
        {
            "share" => $"{number} %",
            "score" or "correlation" or "ratio" => number,
            _ => $"{number} {unit}",
        };
}
