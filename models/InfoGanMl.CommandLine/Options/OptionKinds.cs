using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace InfoGanMl.CommandLine.Options;

/// <summary>Makes options whose mistakes read as found and expected.</summary>
public static class OptionKinds
{
    /// <summary>Any text; null when left out.</summary>
    public static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>Given or not.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>One of some words; null when left out.</summary>
    public static Option<string?> Choice(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
        option.CompletionSources.Add(words);
        option.Validators.Add(found =>
        {
            if (found.Tokens is [var token] && !words.Contains(token.Value))
            {
                found.AddError($"{name} is '{token.Value}'; expected one of: {string.Join(", ", words)}.");
            }
        });
        return option;
    }

    /// <summary>One of the names of an enumeration, in small letters; null when left out.</summary>
    public static Option<T?> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant());
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', words.Keys),
            CustomParser = found =>
                Parse<T>(
                    found,
                    name,
                    $"one of: {string.Join(", ", words.Keys)}",
                    text => words.TryGetValue(text, out var value) ? value : null
                ),
        };
        option.CompletionSources.Add([.. words.Keys]);
        return option;
    }

    /// <summary>A whole number; null when left out.</summary>
    public static Option<int?> Whole(string name, string description, string helpName) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = found =>
                Parse<int>(
                    found,
                    name,
                    "a whole number",
                    text => int.TryParse(text, CultureInfo.InvariantCulture, out var v) ? v : null
                ),
        };

    /// <summary>A number; null when left out.</summary>
    public static Option<double?> Number(string name, string description, string helpName) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = found =>
                Parse<double>(
                    found,
                    name,
                    "a number",
                    text => double.TryParse(text, CultureInfo.InvariantCulture, out var v) ? v : null
                ),
        };

    /// <summary>Whether an option was written down, and is not left to its default.</summary>
    public static bool Has(this SymbolResult given, Option option) => given.GetResult(option) is { Implicit: false };

    private static T? Parse<T>(ArgumentResult found, string name, string expected, Func<string, T?> parse)
        where T : struct
    {
        var text = found.Tokens[0].Value;
        var value = parse(text);
        if (value is null)
        {
            found.AddError($"{name} is '{text}'; expected {expected}.");
        }

        return value;
    }
}
