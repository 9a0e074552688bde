using System.CommandLine;

namespace InfoGanMl.Train.Plans;

/// <summary>A call of a program, as one line that shells and build scripts can run.</summary>
/// <param name="Program">What the program is called.</param>
/// <param name="Arguments">A verb and options.</param>
internal sealed record PlannedCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The option as it was given; nothing where it was not.</summary>
    public static IEnumerable<string> Written(ParseResult given, Option option) =>
        given.GetResult(option) is { Implicit: false } found
            ? [found.Tokens is [var value] ? $"{option.Name}={value.Value}" : option.Name]
            : [];

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Arguments.Select(Quote).Prepend(Program));

    private static string Quote(string argument) =>
        argument.All(c => char.IsLetterOrDigit(c) || "-_=./:,+@".Contains(c))
            ? argument
            : $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
