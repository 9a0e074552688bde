using static System.FormattableString;

namespace InfoGanMl.Models.Checks;

/// <summary>What is wrong with options, a sentence for each: name, found, expected.</summary>
internal static class Require
{
    public static IEnumerable<string> AtLeast(int least, params (string Name, int Value)[] options) =>
        options
            .Where(o => o.Value < least)
            .Select(o => Invariant($"{o.Name} is {o.Value}; expected at least {least}."));

    public static IEnumerable<string> AtMost(int most, params IReadOnlyList<(string Name, int Value)> options) =>
        options.Where(o => o.Value > most).Select(o => Invariant($"{o.Name} is {o.Value}; expected at most {most}."));

    public static IEnumerable<string> NotNegative(params (string Name, double Value)[] options) =>
        options
            .Where(o => !(o.Value >= 0 && double.IsFinite(o.Value)))
            .Select(o => Invariant($"{o.Name} is {o.Value}; expected a finite number of at least 0."));

    public static IEnumerable<string> Positive(params (string Name, double Value)[] options) =>
        options
            .Where(o => !(o.Value > 0 && double.IsFinite(o.Value)))
            .Select(o => Invariant($"{o.Name} is {o.Value}; expected a finite number above 0."));

    public static IEnumerable<string> Fraction(params (string Name, double Value)[] options) =>
        options
            .Where(o => !(o.Value is >= 0 and < 1))
            .Select(o => Invariant($"{o.Name} is {o.Value}; expected at least 0 and below 1."));

    public static IEnumerable<string> Share(params (string Name, double Value)[] options) =>
        options
            .Where(o => !(o.Value is >= 0 and <= 1))
            .Select(o => Invariant($"{o.Name} is {o.Value}; expected at least 0 and at most 1."));
}
