namespace InfoGanMl.Models.Errors;

/// <summary>Options that cannot work, with every mistake in them.</summary>
public sealed class InvalidOptionsException(IReadOnlyList<string> mistakes)
    : InfoGanException("These options cannot be used:" + string.Concat(mistakes.Select(Indent)))
{
    /// <summary>One sentence per mistake: what, found, expected.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;

    /// <summary>Throws when there are mistakes.</summary>
    /// <exception cref="InvalidOptionsException">There are.</exception>
    public static void ThrowIfAny(IReadOnlyList<string> mistakes)
    {
        if (mistakes.Count > 0)
        {
            throw new InvalidOptionsException(mistakes);
        }
    }

    private static string Indent(string mistake) =>
        "\n  - " + mistake.Replace("\n", "\n    ", StringComparison.Ordinal);
}
