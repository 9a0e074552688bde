using System.CommandLine;

namespace InfoGanMl.CommandLine;

/// <summary>What is wrong with a call, as found and expected.</summary>
internal static class UsageMistakes
{
    /// <summary>A sentence for each; none for a call that can be carried out.</summary>
    public static List<string> Find(string program, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count == 0)
        {
            return [];
        }

        var call = command is RootCommand ? program : $"{program} {command.Name}";
        if (command is RootCommand)
        {
            var verbs = string.Join(", ", command.Subcommands.Select(verb => verb.Name));
            var found = parsed.UnmatchedTokens is [var first, ..]
                ? $"{call} does not know {first}"
                : $"{call} got no verb";
            return [$"{found}; expected one of: {verbs}. {call} --help explains them."];
        }

        List<string> mistakes = [.. Unknown(call, command, parsed.UnmatchedTokens)];
        mistakes.AddRange(
            parsed.Errors.Select(error => error.Message).Where(message => !IsOfUnknown(message)).Distinct()
        );
        mistakes.Add($"{call} --help explains the options and has examples.");
        return mistakes;
    }

    private static IEnumerable<string> Unknown(string call, Command command, IReadOnlyList<string> tokens)
    {
        if (tokens.Count > 0)
        {
            var expected = command.Options.Where(option => !option.Hidden).Select(option => option.Name);
            yield return $"{call} does not take {string.Join(", ", tokens.Select(token => token.Split('=')[0]))}; "
                + $"expected some of {string.Join(", ", expected)}.";
        }
    }

    /// <summary>The parser's own words for the tokens above.</summary>
    private static bool IsOfUnknown(string message) =>
        message.StartsWith("Unrecognized command or argument", StringComparison.Ordinal);
}
