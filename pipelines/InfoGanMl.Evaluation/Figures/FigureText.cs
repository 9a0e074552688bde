using System.Globalization;

namespace InfoGanMl.Evaluation.Figures;

/// <summary>Figures as people read them, the same in every country and in every place.</summary>
public static class FigureText
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The value in its unit, with the most it can be where that is known.</summary>
    public static string Value(Figure figure) =>
        figure.Most is { } most && double.IsFinite(figure.Value)
            ? WithUnit($"{Number(figure.Kind, figure.Value)} of {Number(figure.Kind, most)}", figure.Unit)
            : Value(figure.Kind, figure.Value);

    /// <summary>A value in the unit of its kind.</summary>
    public static string Value(FigureKind kind, double? value) =>
        value is { } number && double.IsFinite(number) ? WithUnit(Number(kind, number), kind.Unit) : None;

    /// <summary>The interval in its unit; null where there is none.</summary>
    public static string? Range(Figure? figure) =>
        figure?.Interval is { } range
            ? WithUnit($"{Number(figure.Kind, range.Low)} to {Number(figure.Kind, range.High)}", figure.Unit)
            : null;

    /// <summary>A value without its unit, shares in percent.</summary>
    public static string Number(FigureKind kind, double value) =>
        (kind.Unit, kind.Digits) switch
        {
            _ when !double.IsFinite(value) => None,
            (Unit.Share, var digits) => Fixed(100 * value, digits ?? 2),
            (_, { } digits) => Fixed(value, digits),
            (Unit.Nats, _) => Fixed(value, 3),
            (Unit.Pixels or Unit.Correlation, _) => Fixed(value, 2),
            _ when Math.Abs(value) is >= 1e-3 and < 1000 => Fixed(value, 4),
            _ => Compact(value),
        };

    /// <summary>A number of any size with as many digits as it needs.</summary>
    public static string Compact(double value) =>
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

    private static string Fixed(double value, int digits) => value.ToString($"F{digits}", Culture);

    private static string WithUnit(string number, string unit) =>
        unit switch
        {
            Unit.Share => $"{number} %",
            Unit.Score or Unit.Correlation or Unit.Ratio => number,
            _ => $"{number} {unit}",
        };
}
